"""Ids that rules understand: where an id is no name but a word of govie's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from govie.kinds import RELATIONS, SECTION_KINDS
from govie.lint.topics import Topic
from govie.packs.pattern import Pattern
from govie.packs.problems import Fault, one_of

__all__ = ["id_faults"]


@frozen
class _Ids:
    """What the lines of a label may have as their id."""

    about: str
    known: tuple[str, ...] = ()
    """The words; any where there are none."""
    needed: bool = True
    form: str = ""
    """A regex of them; any where there is none."""


_COMPARATOR = _Ids("its comparator", ("eq", "approx", "gt", "ge", "lt", "le", "range"))
_UNIT = _Ids("the unit to report")
_VERDICT = _Ids("how firmly it binds", ("hard", "soft"))
_RELATION = _Ids("its relation", RELATIONS)
_CODE = _Ids("its code of six digits", form=r"[0-9]{6}")
_DIVISIONS = dict.fromkeys(("province", "prefecture", "county"), _CODE)

_IDS: Mapping[str, Mapping[str, _Ids]] = {
    "hedges": {
        **dict.fromkeys(("BEFORE", "AFTER", "AHEAD"), _COMPARATOR),
        "COUNT": _Ids("where it holds for times only", ("time",), needed=False),
    },
    "units": dict.fromkeys(("UNIT", "CLASSIFIER", "SIGN"), _UNIT),
    "standing": {
        "STRIVING": _Ids("its commitment", ("striving",), needed=False),
        "BINDING": _Ids("its commitment", ("binding",), needed=False),
    },
    "strictness": dict.fromkeys(("HEDGE", "COMPARATOR", "COMMITMENT"), _VERDICT),
    "sections": {"HEADING": _Ids("the kind of its section", SECTION_KINDS)},
    "relative": dict.fromkeys(("COMPARE", "STEP", "STAND"), _RELATION),
    "places/divisions": _DIVISIONS,
    "places/former": _DIVISIONS,
    "places/damaged": _DIVISIONS,
    "townships": {"township": _Ids("its code of nine digits", form=r"[0-9]{9}")},
    "documents": {
        "WHOLE": _Ids(
            "the level it speaks for", ("national", "province", "prefecture", "county", "township")
        )
    },
}
"""By topic and label."""


def id_faults(pattern: Pattern, topic: Topic) -> Iterator[Fault]:
    """An id that is none of the words that the rules know, or is missing where they need it."""
    ids = _IDS.get(topic.name, {}).get(pattern.label)
    if ids is None:
        return
    called = f"{pattern.label} of {topic.name}"
    if not pattern.id:
        if ids.needed:
            choices = f": {', '.join(ids.known)}" if ids.known else ""
            yield Fault(f'{called} has no "id"', f"write {ids.about}{choices}")
    elif ids.known and pattern.id.strip() not in ids.known:
        advice = f"{ids.about}: {one_of(pattern.id, ids.known)}"
        yield Fault(f'{called} has the id "{pattern.id}"', advice)
    elif ids.form and not re.fullmatch(ids.form, pattern.id.strip()):
        yield Fault(f'{called} has the id "{pattern.id}"', f"write {ids.about}")
