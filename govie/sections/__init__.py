"""Documents within a text, their jurisdiction and year, and their sections."""
