"""What an output holds already, by name and content, in 20 bytes a document.

Names and keys are kept as 64-bit hashes in sorted arrays: a million documents take 20 MB. Skipping
a document takes both hashes to agree, which no two different ones will; two names of one hash at
worst cost a second reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

import numpy as np

__all__ = ["Index", "Known", "hash_of"]

_NOW = -1
_RECENT = 50_000
"""New entries that wait in a dictionary until they join the arrays."""


class Known(NamedTuple):
    """A document of the output."""

    key: int
    batch: int


class Index:
    """Documents by their names: what they were made of and in which batch they were written."""

    def __init__(self) -> None:
        self._names = np.empty(0, np.uint64)
        self._keys = np.empty(0, np.uint64)
        self._batches = np.empty(0, np.int32)
        self._recent: dict[int, Known] = {}

    def add(self, documents: Iterable[tuple[str, int]], batch: int) -> None:
        """Note documents, by name and key; a later note of one name takes the earlier's place."""
        for name, key in documents:
            self._recent[hash_of(name)] = Known(key, batch)
        if len(self._recent) > _RECENT:
            self._settle()

    def take(self, name: str, key: int) -> None:
        """Note that a document is being read in this run."""
        self.add([(name, key)], _NOW)

    def find(self, name: str) -> Known | None:
        """What is known of a document."""
        number = hash_of(name)
        recent = self._recent.get(number)
        if recent is not None:
            return recent
        place = int(np.searchsorted(self._names, np.uint64(number)))
        if place < len(self._names) and int(self._names[place]) == number:
            return Known(int(self._keys[place]), int(self._batches[place]))
        return None

    def is_taken(self, known: Known) -> bool:
        """Whether it is of this run."""
        return known.batch == _NOW

    def _settle(self) -> None:
        """Move what is recent into the arrays."""
        recent = self._recent
        names = np.concatenate([np.fromiter(recent, np.uint64, len(recent)), self._names])
        keys = np.fromiter((known.key for known in recent.values()), np.uint64, len(recent))
        batches = np.fromiter((known.batch for known in recent.values()), np.int32, len(recent))
        # Of equal names the first is kept: the recent ones stand in front.
        self._names, order = np.unique(names, return_index=True)
        self._keys = np.concatenate([keys, self._keys])[order]
        self._batches = np.concatenate([batches, self._batches])[order]
        recent.clear()


def hash_of(*parts: str) -> int:
    """64 bits of texts."""
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big")
