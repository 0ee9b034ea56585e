"""What is known of the name of a division, for people."""

from __future__ import annotations

from typing import Any

from govie.places.divisions import Division, FormerName, known_divisions

__all__ = ["describe"]


def describe(name: str, *, within: str | None = None, year: int | None = None) -> dict[str, Any]:
    """What is known of a name, for people: code, parents, former names, candidates.

    `within` is a code or itself a name (株洲市). The result holds plain strings, lists and dicts.
    """
    divisions = known_divisions()
    if within is not None and not within.isdigit():
        place = divisions.lookup(within).division
        within = place.code if place else None
    found = divisions.lookup(name, within=within, year=year)
    return {
        "name": name,
        "division": _plain(found.division) if found.division else None,
        "former": _plain_former(found.former) if found.former else None,
        "candidates": [_plain(division) for division in found.candidates],
    }


def _plain(division: Division) -> dict[str, Any]:
    parents = known_divisions().parents(division.code)
    return {
        "code": division.code,
        "name": division.name,
        "full_name": division.full_name,
        "level": division.level,
        "parents": [{"code": parent.code, "name": parent.name} for parent in parents],
        "short_names": list(division.short_names),
        "former_names": [_plain_former(former) for former in division.former_names],
    }


def _plain_former(former: FormerName) -> dict[str, Any]:
    return {"name": former.name, "until": former.until, "code": former.code}
