"""The command line."""

from govie.cli.app import main

__all__ = ["main"]
