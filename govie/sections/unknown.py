"""What to say of a jurisdiction for which no one division is known."""

from __future__ import annotations

from collections import Counter

from govie.context import Given
from govie.packs import load_patterns, per_packs
from govie.places.division import is_official
from govie.places.divisions import known_divisions
from govie.sections.jurisdiction import given_jurisdiction

__all__ = ["said_of_unknown"]

_MOST = 3
"""Names that a message holds."""
_NEAR = 0.5
"""How near a name must come to the nearest one to be named beside it."""


def said_of_unknown(name: str, year: int | None = None) -> str | None:
    """What to tell who names this jurisdiction; None where its records will have a code.

    The packs in force say what is known. Townships and former names that they do not have are no
    mistakes: this is for a warning.
    """
    name = name.strip()
    found = given_jurisdiction(Given(jurisdiction=name or None, year=year))
    if found is None or found.adcode or found.level:
        return None
    candidates = known_divisions().lookup(name, year=year).candidates
    if candidates:
        shown = ", ".join(f"{d.full_name} {d.code}" for d in candidates[:_MOST])
        more = ", …" if len(candidates) > _MOST else ""
        return f"{len(candidates)} divisions are called {name!r} ({shown}{more}); give the code"
    near = _nearest(_last_part(name))
    meant = f" (did you mean {' or '.join(near)}?)" if near else ""
    return f"no division from county level up is known as {name!r}{meant}; records get no code"


def _last_part(name: str) -> str:
    """Of a chain of names (湖南省株州市) what stands behind the part that is known."""
    fronts = (name[:cut] for cut in range(len(name) - 2, 1, -1))
    divisions = known_divisions()
    known = next((front for front in fronts if is_official(front) and divisions.named(front)), "")
    return name.removeprefix(known)


@per_packs
def _official() -> tuple[dict[str, frozenset[str]], Counter[str]]:
    """Official names with their characters, and how many of them have a character."""
    names = (pattern.word for pattern in load_patterns("places/divisions"))
    characters = {name: frozenset(name) for name in names if is_official(name)}
    return characters, Counter(sign for signs in characters.values() for sign in signs)


def _nearest(name: str) -> tuple[str, ...]:
    """Official names that share half of their characters, first those that share rare ones.

    By 株 there are two places, by 州 and 市 hundreds: 株州市 is 株洲市 and not 郑州市.
    """
    names, common = _official()
    own = frozenset(name)
    weights: dict[str, float] = {}
    for known, characters in names.items():
        shared = characters & own
        if 2 * len(shared) >= max(len(known), len(name)):
            weights[known] = sum(1 / common[character] for character in shared)
    best = max(weights.values(), default=0)
    near = [known for known in weights if weights[known] >= _NEAR * best]
    return tuple(sorted(near, key=lambda known: -weights[known])[:_MOST])
