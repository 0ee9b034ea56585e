"""The document's own jurisdiction: what 我市, 市图书馆 and 仙庾镇 mean in it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from govie.places.divisions import Division, Divisions
from govie.places.match import PlaceMatch, Setting

__all__ = ["Home", "Townships"]

_SCOPES = {
    "city": "市",
    "district": "区",
    "county": "县",
    "province": "省",
    "banner": "旗",
    "prefecture": "州",
    "region": "自治区",
}
"""How the division ends that a deictic word of that scope points at."""


class Townships(NamedTuple):
    """The townships of one jurisdiction."""

    by_name: dict[str, list[Division]]
    """By their full and short names."""
    names: tuple[str, ...]
    full: frozenset[str]
    """Those of the names that are full ones."""


@lru_cache(maxsize=16)
def _townships(divisions: Divisions, code: str | None) -> Townships:
    """Those of a whole province are left out: too many share their names.

    Kept for a few: reports of one place come together.
    """
    found: dict[str, list[Division]] = {}
    for township in divisions.townships(code) if code and not code.endswith("0000") else ():
        for name in (township.name, *township.short_names):
            found.setdefault(name, []).append(township)
    full = frozenset(name for name, those in found.items() if those[0].name == name)
    return Townships(found, tuple(found), full)


class Home:
    """The jurisdiction of one document and what lies around it."""

    def __init__(self, setting: Setting, divisions: Divisions) -> None:
        self.code = setting.jurisdiction
        self._divisions = divisions

    def deictic(self, start: int, end: int, form: str, scope: str) -> PlaceMatch | None:
        """全市, 我省: the jurisdiction, or that of its parents which the word speaks of."""
        if scope == "country":
            name, code = "全国", "100000"
        else:
            division = self._scope(scope)
            if division is None:
                return None
            name, code = division.display, division.code
        return PlaceMatch(
            start=start,
            end=end,
            kind="deictic",
            name=name,
            form=form,
            adcode=code,
            rule="deixis",
            pattern=scope,
        )

    def owner(self, word: str) -> Division | None:
        """The jurisdiction that 市, 区, 县 or 省 in front of a public building means."""
        scope = next((scope for scope, ending in _SCOPES.items() if word == ending), None)
        return self._scope(scope) if scope else None

    @property
    def townships(self) -> Townships:
        """The townships of the jurisdiction."""
        return _townships(self._divisions, self.code)

    def township(self, form: str) -> tuple[str, str | None]:
        """Full name and code of a township of the jurisdiction, by its full or short name.

        The name is as given and the code null where it is not one of them.
        """
        same = self.townships.by_name.get(form, [])
        return (same[0].display, same[0].code) if len(same) == 1 else (form, None)

    def _scope(self, scope: str) -> Division | None:
        own = self._divisions.by_code(self.code)
        if own is None:
            return None
        for division in (own, *self._divisions.parents(own.code)):
            if division.name.endswith(_SCOPES[scope]):
                return division
        return None
