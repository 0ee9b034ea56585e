"""What the first text brings into memory stays there to the end of the process.

spaCy and what is made of the pattern packs are 200,000 objects. To look for garbage among them,
as Python does again and again while they come, takes a tenth of a run over one report.
"""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from govie.garbage import no_collection

__all__ = ["lasting"]


@contextmanager
def lasting() -> Iterator[None]:
    """No garbage is looked for meanwhile, nor later among what came.

    Without effect once texts are being read: what they bring goes again.
    """
    if "govie.pipeline" in sys.modules or not gc.isenabled():
        yield
        return
    with no_collection():
        try:
            yield
        finally:
            gc.freeze()
            atexit.register(_thaw_for_duckdb)


def _thaw_for_duckdb() -> None:
    """Let the last search find DuckDB's objects too: it prints those that stay as leaks."""
    if "duckdb" in sys.modules:
        gc.unfreeze()
