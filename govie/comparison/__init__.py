"""What two reports promise differently: indicators raised, lowered, dropped, new; changed words."""

from __future__ import annotations

from govie.comparison.build import compare, compare_reports, report_of
from govie.comparison.row import CompareRow

__all__ = ["CompareRow", "compare", "compare_reports", "report_of"]
