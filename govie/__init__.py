"""Structured policy facts from Chinese government work reports."""
