"""Whose report is it: a vote of everything that a document says about itself.

The formula of the congress (在株洲市荷塘区第五届人民代表大会…上), the title, the government that
the speaker stands for and the signature name the place; where none of them does, the divisions
named most often do, at the level that 全市 or 全县 gives.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind
from attrs import evolve, frozen

from govie.context import Given
from govie.packs import load_patterns, per_packs
from govie.packs.expressions import either
from govie.places.divisions import Division, Lookup, known_divisions
from govie.text.glance import glancing

__all__ = [
    "HEAD",
    "Jurisdiction",
    "document_expression",
    "document_words",
    "find_jurisdiction",
    "given_jurisdiction",
    "is_report",
]

HEAD = 1500
"""How much of a document may introduce it."""
_WEIGHTS = (("CONGRESS", 4), ("TITLE", 4), ("ISSUER", 3), ("DELEGATE", 3), ("SIGNATURE", 2))
_SUFFIX_LEVELS = {
    "省": "province",
    "自治区": "province",
    "市": "prefecture",
    "州": "prefecture",
    "盟": "prefecture",
    "地区": "prefecture",
    "县": "county",
    "旗": "county",
    "区": "county",
    "镇": "township",
    "乡": "township",
    "街道": "township",
}
_LAST = tuple(suffix[-1] for suffix in _SUFFIX_LEVELS)
_LOWEST_FIRST = ("township", "county", "prefecture", "province", "national")
_OWN = 0.4
"""A report that speaks of 全县 this often, measured by 全省 or 全市, is a county's."""


@frozen(kw_only=True)
class Jurisdiction:
    """A place as documents give it; all null where nothing is known."""

    place: str | None = None
    adcode: str | None = None
    level: str | None = None


_NATION = Jurisdiction(place="全国", level="national")


@per_packs
def document_words(label: str) -> re.Pattern[str]:
    """All document patterns of one label as one expression."""
    return glancing(document_expression(label), re.MULTILINE)


def document_expression(label: str) -> str:
    """The same, not compiled; ``^`` in it means a line."""
    return either(load_patterns("documents", label))


def given_jurisdiction(given: Given) -> Jurisdiction | None:
    """The jurisdiction that a caller names, by name or code; its name alone if it is unknown."""
    name = given.jurisdiction
    if name is None:
        return None
    if name in ("全国", "中国", "中华人民共和国"):
        return _NATION
    if name.isdecimal():
        division = known_divisions().by_code(name)
        return _of(division) if division else Jurisdiction(adcode=name)
    return _known(known_divisions().lookup(name, year=given.year)) or Jurisdiction(place=name)


def _of(division: Division) -> Jurisdiction:
    return Jurisdiction(place=division.display, adcode=division.code, level=division.level)


def _known(found: Lookup, year: int | None = None) -> Jurisdiction | None:
    """What a name stands for; a short name stands for the name that its place had in that year."""
    if found.division is None:
        return None
    formers = found.division.former_names
    if year is not None and found.name in found.division.short_names:
        then = min((f for f in formers if year <= f.until), key=lambda f: f.until, default=None)
        if then:
            return evolve(_of(found.division), place=then.name)
    return Jurisdiction(place=found.display, adcode=found.division.code, level=found.division.level)


def is_report(title: str | None, body: str) -> bool:
    """Whether a document is a report to a congress, whole or in part, and no short article."""
    return bool(
        document_words("REPORT").search(title or "")
        or document_words("OPENING").search(body[:HEAD])
        or document_words("ADDRESS").search(body)
    )


def find_jurisdiction(title: str | None, body: str, year: int | None) -> Jurisdiction:
    """The jurisdiction of a document: its title, its clean text, its year where that is known."""
    head = body[:HEAD]
    if not is_report(title, body):
        return _most_named(title, body, year)
    if document_words("NATION").search(head):
        return _NATION
    named = list(_named(title or "", head))
    votes: Counter[str] = Counter()
    for name, weight in named:
        votes[name] += weight
    for name, _ in votes.most_common():
        found = _resolve(name, [other for other in votes if other != name], body, year)
        if found:
            return found
    if votes:
        return _unlisted(votes.most_common(1)[0][0])
    return _most_named(title, body, year)


def _named(title: str, head: str) -> Iterator[tuple[str, int]]:
    """Names that the document gives to its government, and how much each counts."""
    for label, weight in _WEIGHTS:
        for match in document_words(label).finditer(title if label == "TITLE" else head):
            name = _strip(match["place"] or "")
            if len(name) >= 2 and name not in _SUFFIX_LEVELS:
                yield name, weight
                break
    in_title = document_words("CONGRESS").search(title)
    if in_title and in_title["place"]:
        yield _strip(in_title["place"]), 4


def _strip(name: str) -> str:
    """A name as found, without the words around it that the patterns let in."""
    return document_words("PLACE_TRIM").sub("", name)


def _resolve(name: str, others: list[str], body: str, year: int | None) -> Jurisdiction | None:
    """The division of a name; one name of several divisions is settled by what else is named."""
    divisions = known_divisions()
    for length in range(len(name), 1, -1):
        if length < len(name) and not name.endswith(_LAST):
            break
        found = divisions.lookup(name[-length:], year=year)
        if found.division:
            return _known(found, year)
        if found.candidates:
            best = max(found.candidates, key=lambda division: _support(division, others, body))
            again = divisions.lookup(name[-length:], within=best.code, year=year)
            return _known(again) or _of(best)
    return None


def _support(division: Division, others: list[str], body: str) -> int:
    """How often a text names the divisions above one."""
    score = 0
    for parent in known_divisions().parents(division.code):
        names = {parent.name, *parent.short_names}
        score += max(body.count(name) for name in names)
        score += 50 * sum(any(name in other for name in names) for other in others)
    return score


def _unlisted(name: str) -> Jurisdiction:
    """A government that the divisions do not list: a development zone, a town."""
    level = next((_SUFFIX_LEVELS[s] for s in _SUFFIX_LEVELS if name.endswith(s)), None)
    return Jurisdiction(place=name, level=level)


@per_packs
def _names() -> tuple[AhoCorasick, tuple[str, ...]]:
    """A scanner for the names of provinces, prefectures and counties."""
    names = {
        p.pattern
        for p in load_patterns("places/divisions") + load_patterns("places/former")
        if p.pattern and p.meta.get("reach") != "list"
    }
    ordered = sorted(names)
    return AhoCorasick(ordered, matchkind=MatchKind.LeftmostLongest), tuple(ordered)


def _counted(text: str, body: str, year: int | None) -> Counter[Jurisdiction]:
    """How often a text names each division, short and full names taken together."""
    scanner, names = _names()
    counts = Counter(names[i] for i, _, _ in scanner.find_matches_as_indexes(text))
    found: Counter[Jurisdiction] = Counter()
    for name, number in counts.most_common(20):
        place = _resolve(name, [], body, year)
        if place:
            found[place] += number
    return found


def _most_named(title: str | None, body: str, year: int | None) -> Jurisdiction:
    """The division of the title, else of the level of the body, that the body names most often."""
    titled = _counted(title or "", body, year)
    if len(titled) == 1:
        return next(iter(titled))
    counts = _counted(body, body, year)
    if titled:
        return max(titled, key=lambda place: counts[place])
    level = _level(body)
    if level == "national":
        return _NATION
    fitting = [place for place in counts if level in (None, place.level)]
    if fitting:
        return max(fitting, key=lambda place: counts[place])
    return Jurisdiction(level=level)


def _level(body: str) -> str | None:
    """The level that 我市, 我县 or else 全市, 全县 speak of; 全区 counts for a county."""
    counts: Counter[str] = Counter()
    for pattern in load_patterns("documents"):
        if pattern.label == "WHOLE":
            counts[pattern.id] += pattern.meta.get("weight", 1) * body.count(pattern.word)
    most = max(counts.values(), default=0)
    return next((level for level in _LOWEST_FIRST if counts[level] > _OWN * most), None)
