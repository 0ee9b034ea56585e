"""Definitions in passing: what the body of a report itself says a name stands for."""
