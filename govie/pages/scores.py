"""What people marked on a page, counted: how often each field of a fact is right.

A marks file is what "save marks" on a page writes: JSON with ``govie_marks`` (its version), the
hash of the ``document``, and ``marks``, each with the ``key`` and ``type`` of a fact, the
``record`` as it was read, a ``verdict`` (right, wrong or corrected) and, where it was corrected,
the ``fields`` as they ought to be.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from govie.errors import InputError
from govie.pages.data import JUDGED

__all__ = ["FACT", "WHOLE", "Mark", "Score", "read_marks", "score", "wilson"]

FACT, WHOLE = "fact", "all fields"
"""The scores beside those of fields: is there such a fact at all; is everything about it right."""

_VERSION = 1
_VERDICTS = ("right", "wrong", "corrected")
_Z = 1.959963984540054
"""The normal quantile of a confidence of 95%."""


@frozen(kw_only=True)
class Mark:
    """The verdict on one fact."""

    document: str
    key: str
    type: str
    verdict: str
    corrected: frozenset[str]
    """Names of the fields that were wrong."""
    fields: tuple[str, ...]
    """Names of the fields that say something, as read or as corrected."""


@frozen(kw_only=True)
class Score:
    """``right`` of ``checked``, and the 95% interval of the share by Wilson's method."""

    field: str
    right: int
    checked: int
    low: float
    high: float

    @property
    def precision(self) -> float:
        return self.right / self.checked


def read_marks(path: str | Path) -> list[Mark]:
    """The marks of a file; InputError where it is none that a page has saved."""
    try:
        saved = json.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise InputError(f"{path}: is no JSON ({error})") from error
    if not isinstance(saved, dict) or "govie_marks" not in saved:
        raise InputError(f"{path}: holds no marks; save them on a page of govie view")
    if saved["govie_marks"] != _VERSION:
        version = saved["govie_marks"]
        raise InputError(f"{path}: marks of version {version!r}; this govie reads {_VERSION}")
    try:
        return [_mark(plain, saved["document"]) for plain in saved["marks"]]
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise InputError(f"{path}: a mark in it is not whole ({error!r})") from error


def _mark(plain: Mapping[str, Any], document: str) -> Mark:
    if plain["verdict"] not in _VERDICTS or plain["type"] not in JUDGED:
        raise ValueError(plain["verdict"], plain["type"])
    fields, record = plain.get("fields", {}), plain["record"]
    said = {**record, **fields}
    return Mark(
        document=document,
        key=plain["key"],
        type=plain["type"],
        verdict=plain["verdict"],
        corrected=frozenset(fields),
        fields=tuple(name for name in JUDGED[plain["type"]] if said.get(name) or record.get(name)),
    )


def score(marks: Iterable[Mark]) -> list[Score]:
    """How often facts, their fields, and all fields together are right.

    The share of facts is over all marks, that of a field over the facts that are none by mistake
    and where the field says something or ought to. Of several marks on one fact the last counts.
    """
    latest = {(mark.document, mark.key): mark for mark in marks}.values()
    counts: dict[str, list[bool]] = {}
    for mark in latest:
        for field, right in _verdicts(mark):
            counts.setdefault(field, []).append(right)
    order = [FACT, WHOLE, *dict.fromkeys(name for names in JUDGED.values() for name in names)]
    return [_score(field, counts[field]) for field in order if field in counts]


def _verdicts(mark: Mark) -> Iterator[tuple[str, bool]]:
    yield FACT, mark.verdict != "wrong"
    yield WHOLE, mark.verdict == "right"
    if mark.verdict != "wrong":
        for field in mark.fields:
            yield field, field not in mark.corrected


def _score(field: str, verdicts: list[bool]) -> Score:
    right, checked = sum(verdicts), len(verdicts)
    low, high = wilson(right, checked)
    return Score(field=field, right=right, checked=checked, low=low, high=high)


def wilson(right: int, checked: int) -> tuple[float, float]:
    """The 95% score interval of a share (E. B. Wilson, 1927); it holds for few marks too."""
    share, z2 = right / checked, _Z**2
    middle = (share + z2 / (2 * checked)) / (1 + z2 / checked)
    spread = math.sqrt(share * (1 - share) / checked + z2 / (4 * checked**2))
    reach = _Z * spread / (1 + z2 / checked)
    # At the ends the interval touches 0 and 1, but for the rounding of floats.
    return (0.0 if not right else middle - reach), (1.0 if right == checked else middle + reach)
