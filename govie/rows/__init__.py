"""Tables of rows that were made from many records: for reading, as CSV, Excel or JSON Lines."""

from __future__ import annotations

from govie.rows.sheet import Sheet, sheet_of
from govie.rows.write import FORMS, form_of, write

__all__ = ["FORMS", "Sheet", "form_of", "sheet_of", "write"]
