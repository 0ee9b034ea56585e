"""Names without their type word, where the text itself has told what they name.

A report that speaks of 清水塘老工业区 goes on to speak of 清水塘, and one of 仙庾镇 of 仙庾.
"""

from __future__ import annotations

from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from govie.places.match import PlaceMatch, Setting
from govie.places.words import Vocabulary

__all__ = ["echoes"]

_SHORTEST = 2


def echoes(
    text: str, setting: Setting, formed: Sequence[PlaceMatch], vocabulary: Vocabulary
) -> list[PlaceMatch]:
    """Mentions in a document of the areas among `formed` by their bare names."""
    areas: dict[str, PlaceMatch] = {}
    for place in formed:
        type_ = vocabulary.type_of(place.pattern or "") if place.rule == "form" else None
        if type_ and type_.meta.get("echoed"):
            bare = place.form.removesuffix(place.pattern or "")
            if len(bare) >= _SHORTEST and bare not in vocabulary:
                areas.setdefault(bare, place)
    if not areas:
        return []
    names = list(areas)
    automaton = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
    return [
        PlaceMatch(
            start=setting.start + first,
            end=setting.start + last,
            kind=areas[names[index]].kind,
            name=areas[names[index]].name,
            form=names[index],
            rule="echo",
            pattern=areas[names[index]].pattern,
        )
        for index, first, last in automaton.find_matches_as_indexes(
            text[setting.start : setting.end]
        )
    ]
