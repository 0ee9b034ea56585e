"""Years, plan periods and spans, and which of them a value is about."""
