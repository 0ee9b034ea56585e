"""A corpus in a folder of Parquet files: a folder for each table, a file in it for each batch.

``numeric_facts/part-000012.parquet`` holds the numeric facts of batch 12. Files are written under
another name, synced and renamed; ``corpus/part-000012.parquet``, the list of the documents of the
batch, comes last and makes the batch valid. A document that is read again stands in a new batch,
and its old rows are taken out of the old one right afterwards. Whatever a killed run has left
half-way of this is finished or cleared away when the folder is opened again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from govie.corpus.batch import CORPUS, Batch, schemas, tables_of
from govie.corpus.failure_list import FailureList
from govie.corpus.index import Index, hash_of
from govie.corpus.safely import PART, put_in_place, remove
from govie.corpus.store import check_schema
from govie.errors import OutputError
from govie.extras import need

__all__ = ["ParquetStore"]


class ParquetStore:
    """The tables of :mod:`govie.tables.schema`, ``corpus`` and ``packs``; ``failures.jsonl``."""

    def __init__(self, out: Path) -> None:
        self._arrow: Any = need("pyarrow", "tables", "writing Parquet")
        self._parquet: Any = need("pyarrow.parquet", "tables", "writing Parquet")
        self.out = out
        # The list of documents comes last: that makes a batch valid.
        self._names = sorted(schemas(), key=lambda name: name == CORPUS)
        with self._named():
            for name in self._names:
                (out / name).mkdir(parents=True, exist_ok=True)
            self._failures = FailureList(out / "failures.jsonl")
            self._last = max(self._numbers(CORPUS), default=0)
            if self._last:
                metadata = self._parquet.read_schema(self._path(CORPUS, self._last)).metadata
                check_schema(out, int((metadata or {}).get(b"govie.schema", 0)))

    def load(self, index: Index) -> None:
        with self._named():
            valid = set(self._numbers(CORPUS))
            for name in self._names:
                for file in (self.out / name).glob(f"*{PART}"):
                    remove(file)
                for number in set(self._numbers(name)) - valid:
                    remove(self._path(name, number))
            stale: dict[str, int] = {}
            for number in sorted(valid):
                documents = self._documents(number)
                known = {doc: index.find(doc) for doc, _ in documents}
                stale.update((doc, old.batch) for doc, old in known.items() if old)
                index.add(documents, number)
            self._take_out(stale)

    def write(self, batch: Batch) -> None:
        with self._named():
            if batch.done:
                tables = tables_of(batch.done)
                for name in self._names:
                    if name in tables:
                        self._put(name, self._last + 1, tables[name])
                self._last += 1
            self._take_out(batch.stale)
            self._failures.update(
                solved=(document.name for document in batch.done),
                new=((failure.name, failure.reason) for failure in batch.failed),
            )

    def close(self) -> None:
        """Nothing is open between batches."""

    def _take_out(self, stale: dict[str, int]) -> None:
        """Drop the old rows of documents that a later batch holds."""
        by_batch: dict[int, list[str]] = {}
        for doc, number in stale.items():
            by_batch.setdefault(number, []).append(doc)
        for number, docs in by_batch.items():
            self._filter(number, docs)

    def _filter(self, number: int, docs: Iterable[str]) -> None:
        compute = need("pyarrow.compute", "tables", "writing Parquet")
        gone = self._arrow.array(docs)
        for name in self._names:
            path = self._path(name, number)
            if not path.exists():
                continue
            table = self._parquet.read_table(path)
            kept = table.filter(compute.invert(compute.is_in(table["doc"], gone)))
            if not kept.num_rows:
                remove(path)
            elif kept.num_rows < table.num_rows:
                self._put(name, number, kept)

    def _put(self, name: str, number: int, table: Any) -> None:
        path = self._path(name, number)
        put_in_place(path, lambda part: self._parquet.write_table(table, part, compression="zstd"))

    def _documents(self, number: int) -> list[tuple[str, int]]:
        """Names and keys of the documents of a batch."""
        columns = ["doc", "content", "recipe"]
        table = self._parquet.read_table(self._path(CORPUS, number), columns=columns)
        docs, contents, recipes = (table[name].to_pylist() for name in columns)
        return list(zip(docs, map(hash_of, contents, recipes), strict=True))

    def _path(self, name: str, number: int) -> Path:
        return self.out / name / f"part-{number:06}.parquet"

    def _numbers(self, name: str) -> Iterator[int]:
        """The batches that have a file of a table."""
        for file in (self.out / name).glob("part-*.parquet"):
            number = file.stem.removeprefix("part-")
            if number.isdecimal():
                yield int(number)

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Errors of the system and of Arrow, in one line that names the folder."""
        try:
            yield
        except OutputError:
            raise
        except (OSError, self._arrow.ArrowException) as error:
            said = getattr(error, "strerror", None) or str(error).strip().splitlines()[0]
            raise OutputError(f"{self.out}: cannot be written as Parquet ({said})") from error
