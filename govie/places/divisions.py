"""The administrative tree of China: codes, names, short forms, parents and former names.

:func:`known_divisions` holds provinces, prefectures and counties of the packs in force; townships
and streets are read province by province when a caller asks for them. Levels follow the
statistical codes: ``province`` (43 00 00), ``prefecture`` (43 02 00), ``county`` (43 02 11) and
``township`` (43 02 11 001).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from govie.packs import Pattern, load_patterns, per_packs
from govie.places.division import (
    LEVELS,
    Division,
    FormerName,
    Lookup,
    is_district,
    parent_code,
    stem,
)

__all__ = ["Division", "Divisions", "FormerName", "Lookup", "known_divisions"]

_code = attrgetter("code")
_BEHIND_DIGITS = ":"
"""The character behind 9: codes that begin with some digits come before it."""


class Divisions:
    """Divisions by code and by name.

    Built from patterns whose ``label`` is a level, whose ``id`` is the code, and whose first line
    for a code gives the official name. A ``meta`` with ``until`` marks a former name of the
    division, in ``former`` the code that went with it; one with ``damaged`` a name as bad scans
    spell it, which is understood and not passed on.
    """

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self._official: dict[str, Pattern] = {}
        self._others: dict[str, list[str]] = {}
        self._formers: dict[str, list[FormerName]] = {}
        self._made: dict[str, Division] = {}
        self._by_name: dict[str, list[str]] = {}
        self._by_former: dict[str, list[tuple[str, FormerName]]] = {}
        self._old_codes: dict[str, str] = {}
        for pattern in patterns:
            name, code = pattern.word, pattern.id
            if "until" in pattern.meta:
                former = FormerName(
                    name=name, until=pattern.meta["until"], code=pattern.meta.get("former")
                )
                self._formers.setdefault(code, []).append(former)
                self._by_former.setdefault(name, []).append((code, former))
                if former.code:
                    self._old_codes.setdefault(former.code, code)
                continue
            if pattern.meta.get("damaged"):
                pass
            elif code in self._official:
                self._others.setdefault(code, []).append(name)
            else:
                self._official[code] = pattern
            self._by_name.setdefault(name, []).append(code)
        self._longest = max(map(len, self._by_name), default=0)

    def _known(self, code: str) -> Division | None:
        """The division of a code of today. It is made when first asked for: few ever are."""
        division = self._made.get(code)
        if division is None and (pattern := self._official.get(code)):
            others, formers = self._others.get(code, ()), self._formers.get(code, ())
            division = self._made[code] = self._make(
                pattern, parent_code(code, self._official), tuple(others), tuple(formers)
            )
        return division

    def _make(
        self,
        pattern: Pattern,
        above: str | None,
        short_names: tuple[str, ...],
        former_names: tuple[FormerName, ...],
    ) -> Division:
        name = pattern.word
        parent = self._known(above) if above else None
        display = name
        if parent and pattern.label == "township":
            display = parent.display + name
        elif parent and is_district(name):
            display = parent.name + name
        return Division(
            code=pattern.id,
            name=name,
            level=pattern.label,
            parent=parent.code if parent else None,
            full_name=(parent.full_name if parent else "") + name,
            display=display,
            short_names=short_names,
            former_names=former_names,
        )

    def _each(self, codes: Iterable[str]) -> list[Division]:
        return [division for code in codes if (division := self._known(code))]

    def __len__(self) -> int:
        return len(self._official)

    def by_code(self, code: str | None) -> Division | None:
        """The division of a code of six or nine digits; an old code gives its successor."""
        if code is None:
            return None
        if len(code) == 9:
            return next((t for t in self.townships(code[:6]) if t.code == code), None)
        return self._known(code) or self._known(self._old_codes.get(code, ""))

    def parents(self, code: str) -> tuple[Division, ...]:
        """The divisions above, nearest first."""
        found: list[Division] = []
        division = self.by_code(code)
        while division and (division := self.by_code(division.parent)):
            found.append(division)
        return tuple(found)

    def contains(self, outer: str | None, inner: str | None) -> bool:
        """Whether the division `outer` is `inner` or lies above it; null stands for the country."""
        if outer is None:
            return True
        return inner is not None and inner.startswith(stem(outer))

    def townships(self, within: str) -> tuple[Division, ...]:
        """Townships and streets of a county, prefecture or province, from the optional pack."""
        every, digits = _townships(self, within[:2]), stem(within)
        first = bisect_left(every, digits, key=_code)
        return every[first : bisect_left(every, digits + _BEHIND_DIGITS, first, key=_code)]

    def named(self, name: str) -> tuple[Division, ...]:
        """Divisions that have this official or short name now, in the order of their codes."""
        return tuple(self._each(self._by_name.get(name, ())))

    def lookup(self, name: str, *, within: str | None = None, year: int | None = None) -> Lookup:
        """Find the division that a name stands for.

        Parameters: an official or short name, a former name, or a chain of names from above
        (湖南省株洲市天元区, 株洲市天元区); the code of the jurisdiction in whose text it stands;
        the year of the text. A name that only one division bears is resolved as that one. Among
        several the jurisdiction decides: those inside it come first, then its own parents, then
        those that share its prefecture, then its province. What stays open is returned with all its
        candidates and no division.
        """
        codes: dict[str, FormerName | None] = self._whole(name, year) or self._chain(name, year)
        return self._choose(name, codes, within)

    def _whole(self, name: str, year: int | None) -> dict[str, FormerName | None]:
        now: dict[str, FormerName | None] = dict.fromkeys(self._by_name.get(name, ()))
        formers = {
            code: former for code, former in self._by_former.get(name, ()) if code not in now
        }
        if now and year is not None:
            formers = {code: former for code, former in formers.items() if year <= former.until}
        return {**now, **formers}

    def _chain(self, name: str, year: int | None) -> dict[str, FormerName | None]:
        """Divisions named by a chain from above; the longest first part that leaves a rest wins."""
        for cut in range(min(len(name) - 2, self._longest), 1, -1):
            above = self._by_name.get(name[:cut])
            if not above:
                continue
            rest = self._whole(name[cut:], year) or self._chain(name[cut:], year)
            below = {
                code: former
                for code, former in rest.items()
                if any(code != upper and self.contains(upper, code) for upper in above)
            }
            if below:
                return below
        return {}

    def _choose(self, name: str, codes: dict[str, FormerName | None], within: str | None) -> Lookup:
        found = self._each(codes)
        if not found:
            return Lookup(name=name)
        best = min(_distance(division, within) for division in found)
        left = [division for division in found if _distance(division, within) == best]
        highest = min(LEVELS.index(division.level) for division in left)
        top = [division for division in left if LEVELS.index(division.level) == highest]
        if len(top) > 1:
            return Lookup(name=name, candidates=tuple(left))
        return Lookup(name=name, division=top[0], candidates=tuple(left), former=codes[top[0].code])


def _distance(division: Division, within: str | None) -> int:
    """How far a division is from a jurisdiction: below it or above it, beside it, elsewhere."""
    if within is None:
        return 0
    digits = stem(division.code)
    if division.code.startswith(stem(within)):
        return 0
    if within.startswith(digits):
        return 1
    if division.code[:4] == within[:4]:
        return 2
    return 3 if division.code[:2] == within[:2] else 4


@per_packs
def known_divisions() -> Divisions:
    """Provinces, prefectures and counties of the packs in force, with their former names."""
    return Divisions(
        load_patterns("places/divisions")
        + load_patterns("places/former")
        + load_patterns("places/damaged")
    )


@per_packs
def _townships(divisions: Divisions, province: str) -> tuple[Division, ...]:
    """The townships of a province in the order of their codes."""
    townships = [
        divisions._make(pattern, parent_code(pattern.id, ()), _township_short(pattern.word), ())
        for pattern in load_patterns(f"townships/{province}")
    ]
    return tuple(sorted(townships, key=_code))


def _township_short(name: str) -> tuple[str, ...]:
    for suffix in ("民族乡", "街道", "镇", "乡"):
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            return (name.removesuffix(suffix),)
    return ()
