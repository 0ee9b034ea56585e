"""Records of the texts in a Ray dataset."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from govie.errors import ConfigError
from govie.extras import need
from govie.faults import said_of_fault
from govie.packs import pack_set
from govie.tables.schema import Table, table_of

if TYPE_CHECKING:
    import pyarrow

__all__ = ["extract"]

_LOG = logging.getLogger("govie")
_TEXTS = 16
"""Texts that an actor is given at a time: few are lost with it."""


def extract(
    dataset: Any,
    type: str = "numeric",  # noqa: A002
    *,
    text: str = "text",
    doc: str = "doc",
    patterns: Sequence[str] = ("default",),
    workers: int | None = None,
) -> Any:
    """The records of one type of all texts of a :class:`ray.data.Dataset`, as another one.

    ``text`` and ``doc`` name the columns with the texts and with what to call them; the names go
    into the column ``doc`` of the result, whose columns are those of :mod:`govie.tables.schema`.
    ``type`` is document, section, place, program, numeric, relative or term. ``workers`` actors
    (one for each core of the cluster) hold one pipeline each. An actor that dies is replaced and
    its texts are read again; each text counts once. A text that govie cannot read is told in the
    log and left out. Raises ConfigError for a type or columns that are not there, PatternError for
    packs, MissingExtraError without Ray.
    """
    ray = need("ray", "ray", "govie.ray")
    need("ray.data", "ray", "govie.ray")
    table = table_of(type)
    pack_set(tuple(patterns))
    known = dataset.columns() or [text, doc]
    for column in (text, doc):
        if column not in known:
            raise ConfigError(f"the dataset has no column {column!r} but {', '.join(known)}")
    size = workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
    return dataset.select_columns([doc, text]).map_batches(
        _Extractor,
        fn_constructor_args=(table.type, text, doc, tuple(patterns)),
        batch_format="pyarrow",
        batch_size=_TEXTS,
        compute=ray.data.ActorPoolStrategy(size=size),
        num_cpus=1,
    )


class _Extractor:
    """What an actor does with a batch of texts."""

    def __init__(self, type_: str, text: str, doc: str, patterns: tuple[str, ...]) -> None:
        from govie.corpus.worker import Worker

        self._worker = Worker(patterns)
        self._table: Table = table_of(type_)
        self._columns = doc, text

    def __call__(self, batch: pyarrow.Table) -> pyarrow.Table:
        from govie.tables.arrow import arrow_of

        rows: list[tuple[Any, ...]] = []
        docs, texts = (batch[column].to_pylist() for column in self._columns)
        for name, text in zip(docs, texts, strict=True):
            rows += self._rows(str(name), text)
        return arrow_of(self._table, rows)

    def _rows(self, name: str, text: str | None) -> list[tuple[Any, ...]]:
        from govie.files.source import Origin

        try:
            records = self._worker.parse(text or "")._.govie.records
            return list(self._table.rows(Origin(name=name), records))
        except Exception as error:
            _LOG.error("%s: %s", name, said_of_fault(error))
            return []
