"""Pages to look at: a report with its facts, a panel as charts, a table in a notebook."""

from __future__ import annotations

from govie.pages.palette import displacy_options
from govie.pages.panel import panel_page
from govie.pages.report import report_page
from govie.pages.scores import Score, read_marks, score

__all__ = ["Score", "displacy_options", "panel_page", "read_marks", "report_page", "score"]
