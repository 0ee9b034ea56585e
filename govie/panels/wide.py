"""The wide form of a panel: one row a government and year, columns for each series."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from govie.panels.key import Key
from govie.panels.row import PanelRow

__all__ = ["headlines", "widen"]

Cell = str | int | bool | Decimal | None

_ROW = ("place", "adcode", "level", "year", "target_doc", "actual_doc")
_SERIES = ("target_low", "target_high", "comparator", "strictness", "actual", "gap", "met")


def headlines(rows: Iterable[PanelRow]) -> list[PanelRow]:
    """The rows of those series that the targets paragraph of some report of the set states."""
    kept = list(rows)
    series = {_series(row) for row in kept if row.headline}
    return [row for row in kept if _series(row) in series]


def widen(rows: Iterable[PanelRow]) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Columns and rows: ``gdp_growth_target_low``, ``gdp_growth_actual`` and so on.

    The series are those that some targets paragraph states with a number. An empty cell beside
    ``target_doc`` or ``actual_doc`` is something that the report does not state; without the file,
    the report is not in the set.
    """
    kept = list(rows)
    series = list(dict.fromkeys(_series(row) for row in kept if row.headline and row.comparator))
    names = [f"{one.slug}_{name}" for one in series for name in _SERIES]
    wide: dict[tuple[str, int], dict[str, Cell]] = {}
    for row in kept:
        at = row.adcode or row.place, row.year
        cells = wide.setdefault(at, dict.fromkeys((*_ROW, *names)))
        for name in _ROW:
            cells[name] = cells[name] or getattr(row, name)
        if (one := _series(row)) in series:
            cells.update({f"{one.slug}_{name}": getattr(row, name) for name in _SERIES})
    return (*_ROW, *names), [tuple(cells.values()) for cells in wide.values()]


def _series(row: PanelRow) -> Key:
    return Key(row.indicator_id, row.indicator, row.scope, row.measure)
