"""The page of a panel: targets against results over the years, a small chart a series."""

from __future__ import annotations

from collections.abc import Iterable

from govie.pages.assets import render
from govie.pages.series import HEIGHT, WIDTH, charts_of
from govie.panels import PanelRow

__all__ = ["panel_page"]


def panel_page(rows: Iterable[PanelRow]) -> str:
    """A self-contained HTML page of the rows of :func:`govie.panels.panel`.

    >>> import govie
    >>> govie.panel_page([]).lower().startswith("<!doctype html>")
    True
    """
    charts = charts_of(list(rows))
    return render(
        "panel.html.j2",
        styles=["panel.css"],
        scripts=["labels.js", "panel.js"],
        charts=charts,
        places=list(dict.fromkeys(chart.place for chart in charts)),
        headlines=any(chart.headline for chart in charts),
        width=WIDTH,
        height=HEIGHT,
    )
