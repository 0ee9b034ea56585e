"""The wide form of a panel: one row a government and year, columns for each series."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from govie.panels.key import Key
from govie.panels.row import PanelRow

__all__ = ["widen"]

Cell = str | int | bool | Decimal | None

_ROW = ("place", "adcode", "level", "year", "target_doc", "actual_doc")
_SERIES = ("target_low", "target_high", "comparator", "strictness", "actual", "gap", "met")


def widen(rows: Iterable[PanelRow]) -> list[dict[str, Cell]]:
    """Rows with ``gdp_growth_target_low``, ``gdp_growth_actual`` and so on, all of the same keys.

    The series are those that some targets paragraph states with a number. An empty cell beside
    ``target_doc`` or ``actual_doc`` is something that the report does not state; without the file,
    the report is not in the set.
    """
    kept = list(rows)
    slugs = list(dict.fromkeys(_slug(row) for row in kept if row.headline and row.comparator))
    columns = [f"{slug}_{column}" for slug in slugs for column in _SERIES]
    wide: dict[tuple[str, int], dict[str, Cell]] = {}
    for row in kept:
        cells = wide.setdefault(
            (row.adcode or row.place, row.year),
            {**{name: getattr(row, name) for name in _ROW}, **dict.fromkeys(columns)},
        )
        for name in ("target_doc", "actual_doc"):
            cells[name] = cells[name] or getattr(row, name)
        if (slug := _slug(row)) in slugs:
            cells.update({f"{slug}_{column}": getattr(row, column) for column in _SERIES})
    return list(wide.values())


def _slug(row: PanelRow) -> str:
    return Key(row.indicator_id, row.indicator, row.scope, row.measure).slug
