"""Libraries that not every installation has."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from govie.errors import MissingExtraError

__all__ = ["need"]


def need(module: str, extra: str, purpose: str) -> Any:
    """The module ``module``; MissingExtraError saying what to install where it is not there."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            f'{purpose} needs an extra of govie; install it with: pip install "govie[{extra}]"'
            f" ({error})"
        ) from error
