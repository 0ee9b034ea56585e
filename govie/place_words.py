"""The vocabulary of places: names, type words, and the words that show where a name begins.

One scan finds them all. What a word does in the reading of a place name is its role:

* ``name``: a name of the gazetteer (division, region, country, river);
* ``type``: a type word that makes a name of what stands in front (大道, 水库, 产业园);
* ``edge``: a verb or function word, where no name goes on (推进, 的, 等);
* ``firm``: an everyday word that in front of a type word is a name (解放, 朝阳, 红旗);
* ``soft``: one that is a name in front of 路 or 村 and describes elsewhere (文化, 生态);
* ``verb``: one that is a name only by itself (建设路), else a verb (建设南塘路);
* ``specific``: an industry, which makes a name of a park (轨道交通产业园);
* ``generic``: a noun or attribute that describes and does not name (城市, 现代);
* ``organisation``: what makes an organisation of the name in front (银行, 集团);
* ``word``: a word that holds a type word or name and is none (道路, 农村);
* ``stop``: punctuation; ``list`` for the marks between items;
* ``deictic``: 全市, 我省.
"""

from __future__ import annotations

from functools import cache

from attrs import evolve, frozen

from govie.gazetteer import Gazetteer
from govie.packs import Pattern, load_patterns

__all__ = ["PlaceWord", "vocabulary"]

_ROLES = {
    "EDGE": "edge",
    "NAMELIKE": "like",
    "SPECIFIC": "specific",
    "GENERIC": "generic",
    "ORGANISATION": "organisation",
    "WORD": "word",
    "STOP": "stop",
    "LIST": "list",
    "deictic": "deictic",
}
_TOPICS = ("deixis", "left_edges", "words", "types")


@frozen(kw_only=True)
class PlaceWord:
    """What one string of the vocabulary may be."""

    role: str
    """The role of the string where it is not read as one of its `names`."""
    names: tuple[Pattern, ...] = ()
    """Divisions, regions and the like that have the string as their name."""
    type: Pattern | None = None
    """The type word; its ``id`` is the kind of place, its ``meta`` says what body it wants."""
    scope: str | None = None
    """Of a deictic word, the level of government it points at."""


def _word(patterns: tuple[Pattern, ...]) -> PlaceWord:
    names: list[Pattern] = []
    kind: Pattern | None = None
    role, scope = "", None
    for pattern in patterns:
        if pattern.label == "TYPE":
            kind = kind or pattern
        elif pattern.label in _ROLES:
            role = role or (pattern.id if pattern.label == "NAMELIKE" else _ROLES[pattern.label])
            scope = scope or (pattern.id if pattern.label == "deictic" else None)
        else:
            names.append(pattern)
    if kind:
        role = "type"
    return PlaceWord(role=role or "name", names=tuple(names), type=kind, scope=scope)


def names() -> tuple[Pattern, ...]:
    """All names of the default pack, with the guards of their last characters."""
    guards = {guard.pattern: guard.not_before for guard in load_patterns("places/guards")}
    found = (
        load_patterns("places/divisions")
        + load_patterns("places/former")
        + load_patterns("places/damaged")
        + load_patterns("places/regions")
    )
    return tuple(
        evolve(pattern, not_before=pattern.not_before + guards[pattern.pattern[-1]])
        if pattern.pattern and pattern.pattern[-1] in guards
        else pattern
        for pattern in found
    )


@cache
def vocabulary() -> Gazetteer[PlaceWord]:
    """The words and names of the default pack, built once."""
    words = tuple(pattern for topic in _TOPICS for pattern in load_patterns(f"places/{topic}"))
    return Gazetteer(names() + words, _word)
