"""Which tables a choice of kinds fills, and with which records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govie.records import Record
from govie.tables.kinds import KINDS, select
from govie.tables.schema import TABLES, Table

__all__ = ["Choice"]


class Choice:
    """Records of some kinds (see :mod:`govie.tables.kinds`), of all where none is named."""

    def __init__(self, kinds: Sequence[str]) -> None:
        types = {type_ for kind in kinds for type_ in KINDS[kind].types}
        self._kinds = tuple(kinds)
        self.tables: tuple[Table, ...] = tuple(
            table for table in TABLES if table.type in types or not kinds
        )

    def select(self, records: Iterable[Record]) -> list[Record]:
        """The records that are chosen."""
        return select(records, self._kinds)
