"""Numeric facts and targets without a number."""
