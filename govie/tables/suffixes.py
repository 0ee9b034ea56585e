"""Which form the name of a file promises, so that no file holds what its name does not say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from govie.errors import ConfigError

__all__ = ["fits", "form_for"]

_SUFFIXES = {
    "table": (".txt",),
    "csv": (".csv", ".txt"),
    "xlsx": (".xlsx",),
    "jsonl": (".jsonl", ".ndjson", ".txt"),
    "json": (".json", ".txt"),
    "parquet": (".parquet",),
    "duckdb": (".duckdb", ".ddb", ".db"),
    "doccano": (".jsonl", ".txt"),
    "labelstudio": (".json", ".txt"),
    "page": (".html", ".htm"),
}
"""By form; where two have one suffix, the first is meant unless the other is asked for."""
_OTHERS = (".xls", ".ods", ".doc", ".docx", ".wps", ".pdf", ".tsv", ".zip")
"""Names of files that govie does not write."""
_TELLING = frozenset((*_OTHERS, *(suffix for known in _SUFFIXES.values() for suffix in known)))


def form_for(asked: str | None, out: Path | None, forms: Sequence[str]) -> str | None:
    """The form that was asked for, else the one of ``forms`` that a file's name promises.

    None where neither says anything. Raises ConfigError where the name promises something else, or
    where nothing was asked for and the name promises none of the forms.
    """
    if asked is not None:
        if out and not fits(out, asked):
            raise _unwritten(out, (asked,))
        return asked
    if out is None or not out.suffix:
        return None
    suffix = out.suffix.lower()
    form = next((form for form in forms if suffix in _SUFFIXES[form]), None)
    if form is None:
        raise _unwritten(out, forms)
    return form


def fits(out: Path, form: str) -> bool:
    """Whether the name of a file promises a form, or nothing that govie knows."""
    suffix = out.suffix.lower()
    return suffix in _SUFFIXES[form] or suffix not in _TELLING


def _unwritten(out: Path, forms: Sequence[str]) -> ConfigError:
    known = dict.fromkeys(suffix for form in forms for suffix in _SUFFIXES[form][:1])
    return ConfigError(
        f"{out}: not a name for what is written there; it ends in {', '.join(known)}"
    )
