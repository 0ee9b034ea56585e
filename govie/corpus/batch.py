"""What is written at a time, as Arrow tables: those of the records, and two about the documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import Factory, frozen

from govie.corpus.job import Done, Failed
from govie.extras import need
from govie.records import SCHEMA
from govie.tables.arrow import arrow_schema
from govie.tables.schema import TABLES

if TYPE_CHECKING:
    import pyarrow

__all__ = ["CORPUS", "PACKS", "Batch", "schemas", "tables_of"]

CORPUS, PACKS = "corpus", "packs"


@frozen
class Batch:
    """Outcomes that are written together or not at all."""

    done: list[Done] = Factory(list)
    failed: list[Failed] = Factory(list)
    stale: dict[str, int] = Factory(dict)
    """By the names of documents that were written before, the batch that holds their old rows."""

    def __len__(self) -> int:
        return len(self.done) + len(self.failed)


def schemas() -> dict[str, pyarrow.Schema]:
    """The schema of every table of a corpus, by its name.

    ``corpus`` has a row for each document: the SHA-256 of its file, its recipe (what else its
    records depend on), and how it was read. ``packs`` says which packs had a part in it.
    """
    pa = need("pyarrow", "tables", "building a corpus")
    text = pa.string()
    told = {"govie.schema": str(SCHEMA)}
    found = {table.name: arrow_schema(table) for table in TABLES}
    found[PACKS] = pa.schema([("doc", text), ("name", text), ("digest", text)], metadata=told)
    found[CORPUS] = pa.schema(
        [
            ("doc", text),
            ("content", text),
            ("recipe", text),
            ("kind", text),
            ("encoding", text),
            ("title", text),
            ("characters", pa.int64()),
            ("warnings", pa.list_(text)),
        ],
        metadata=told,
    )
    return found


def tables_of(done: Sequence[Done]) -> dict[str, pyarrow.Table]:
    """The tables of some documents, those without rows left out."""
    pa = need("pyarrow", "tables", "building a corpus")
    every = schemas()
    corpus, packs = every.pop(CORPUS), every.pop(PACKS)
    found = {}
    for name, schema in every.items():
        parts = [pa.py_buffer(d.tables[name]) for d in done if name in d.tables]
        batches = [pa.ipc.read_record_batch(part, schema) for part in parts]
        if batches:
            found[name] = pa.Table.from_batches(batches, schema)
    uses = [
        {"doc": d.name, "name": pack, "digest": digest}
        for d in done
        for pack, digest in d.packs.items()
    ]
    found[PACKS] = pa.Table.from_pylist(uses, packs)
    documents = [{"doc": d.name, **{c: getattr(d, c) for c in corpus.names[1:]}} for d in done]
    found[CORPUS] = pa.Table.from_pylist(documents, corpus)
    return found
