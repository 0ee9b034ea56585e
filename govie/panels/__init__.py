"""What governments promised and what came of it: rows of government, year and indicator.

:func:`panel` is the front door. A report of year Y states the targets of Y and what was achieved in
Y - 1, so that a row takes its two sides from two reports.
"""

from __future__ import annotations

from govie.panels.build import PanelWarning, panel, panel_of
from govie.panels.read import ReportFacts, read_doc
from govie.panels.row import PanelRow
from govie.panels.strictness import Strictness
from govie.panels.wide import headlines, widen

__all__ = [
    "PanelRow",
    "PanelWarning",
    "ReportFacts",
    "Strictness",
    "headlines",
    "panel",
    "panel_of",
    "read_doc",
    "widen",
]
