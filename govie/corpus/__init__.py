"""Reading whole collections: every core or a cluster, nothing lost, resumed where it stopped.

:func:`build` is the front door. The way of the data: inputs → jobs → workers → outcomes → a store,
which is a DuckDB file or a folder of Parquet files. Needs the extra ``govie[tables]``, and
``govie[ray]`` for a cluster.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govie.corpus.run import Summary, build

__all__ = ["Summary", "build"]


def __getattr__(name: str) -> Any:
    """Import the front door when it is first asked for: workers and the command line do not."""
    if name not in __all__:
        raise AttributeError(f"module 'govie.corpus' has no attribute {name!r}")
    return getattr(import_module("govie.corpus.run"), name)
