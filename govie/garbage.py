"""Python's search for garbage, put off where it finds none.

Python goes over all young objects after every 700 new ones, and now and then over all there are.
What packs are made into stays, and what extractors make dies by itself: to go over it is time lost,
with long texts a third of all.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["no_collection"]


@contextmanager
def no_collection() -> Iterator[None]:
    """Look for no garbage within a ``with`` block; whoever had turned that off finds it off."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
