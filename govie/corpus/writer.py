"""Writes batches in a thread of its own, so that workers are not left waiting for the disk."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from govie.corpus.batch import Batch
from govie.corpus.index import Index
from govie.corpus.store import open_store

__all__ = ["Writer"]


class Writer:
    """The store at ``out``, which one thread opens, writes and closes.

    All methods raise what the store raises. A batch that could not be written is the last one: what
    is left of it is cleared away when the store is opened again, and no other may be put over it.
    """

    def __init__(self, out: Path) -> None:
        self._writing: Future[None] | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="govie-writer")
        try:
            self._store = self._thread.submit(open_store, out).result()
        except BaseException:
            self._thread.shutdown()
            raise

    def load(self, index: Index) -> None:
        """Note in the index what is there."""
        self._thread.submit(self._store.load, index).result()

    def write(self, batch: Batch) -> None:
        """Write a batch while the caller goes on; waits until the one before it is written."""
        self.wait()
        self._writing = self._thread.submit(self._store.write, batch)

    def wait(self) -> None:
        """Until all is written; raises what that raised, again and again."""
        if self._writing:
            self._writing.result()

    def close(self) -> None:
        """Close the store after what is being written."""
        try:
            self._thread.submit(self._store.close).result()
        finally:
            self._thread.shutdown()
