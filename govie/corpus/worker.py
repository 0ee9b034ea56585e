"""Reads one file after another with one pipeline; the same in a pool of processes and on Ray."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from spacy.tokens import Doc

from govie import store
from govie.corpus.job import Done, Failed, Job, Outcome
from govie.errors import GovieError
from govie.faults import said_of_fault
from govie.files.reader import read_bytes
from govie.files.source import Source
from govie.packs import pack_set
from govie.pipeline import load
from govie.tables.arrow import arrow_of
from govie.tables.schema import TABLES

__all__ = ["Worker", "memory_in_use"]

_STATM = Path("/proc/self/statm")


class Worker:
    """A pipeline of the packs ``patterns``; raises as :func:`govie.load` does."""

    def __init__(self, patterns: Sequence[str] = ("default",)) -> None:
        self._nlp = load(patterns=patterns)
        for pack in pack_set(tuple(patterns)).packs:
            _ = pack.digest  # Of the files as they are now, not when the first text has come.

    def read(self, job: Job) -> Outcome:
        """The rows of all tables of a file, or why there are none. Never raises."""
        try:
            source = read_bytes(job.data, job.name, encoding=job.said.encoding)
            doc = self.parse(source.text, job.said.jurisdiction, job.said.year)
            return _done(job, source, doc)
        except GovieError as error:
            return Failed(name=job.name, reason=str(error).removeprefix(f"{job.name}: "))
        except Exception as error:
            return Failed(name=job.name, reason=said_of_fault(error))

    def parse(self, text: str, jurisdiction: str | None = None, year: int | None = None) -> Doc:
        """One text, read by the pipeline."""
        doc = self._nlp.make_doc(text)
        store.give(doc, jurisdiction, year)
        return self._nlp(doc)


def _done(job: Job, source: Source, doc: Doc) -> Done:
    report = doc._.govie
    tables: dict[str, bytes] = {}
    for table in TABLES:
        rows = list(table.rows(source, report.records))
        if rows:
            (batch,) = arrow_of(table, rows).to_batches()
            tables[table.name] = batch.serialize().to_pybytes()
    return Done(
        name=job.name,
        content=job.content,
        recipe=job.recipe,
        kind=source.kind,
        encoding=source.encoding,
        title=source.title,
        characters=len(source.text),
        warnings=source.warnings,
        packs=report.packs,
        tables=tables,
        rows=len(report.records),
    )


def memory_in_use() -> int:
    """Bytes of memory that this process holds now; 0 where the system does not tell."""
    try:
        pages = int(_STATM.read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") if sys.platform != "win32" else 0
