"""What is known of one administrative division, and what a name may stand for."""

from __future__ import annotations

from collections.abc import Container

from attrs import frozen

__all__ = [
    "LEVELS",
    "Division",
    "FormerName",
    "Lookup",
    "is_district",
    "is_official",
    "parent_code",
    "stem",
]

LEVELS = ("province", "prefecture", "county", "township")
"""Levels of divisions, highest first."""
_OFFICIAL = tuple("省市区县旗州盟")
_NO_DISTRICT = ("林区", "特区", "地区")


@frozen(kw_only=True)
class FormerName:
    """A name that a division had before."""

    name: str
    until: int
    """The year in which the name was given up."""
    code: str | None
    """The six-digit code that went with the name, where it was another one and is on record."""


# Thousands are made at loading: without slots in half the time.
@frozen(kw_only=True, slots=False)
class Division:
    """One administrative division, of the edition of the pack."""

    code: str
    name: str
    """The official name by itself: 天元区."""
    level: str
    parent: str | None
    full_name: str
    """The name with those of all parents: 湖南省株洲市天元区."""
    display: str
    """The customary full name: 株洲市, 攸县, a district with its city: 株洲市天元区."""
    short_names: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()


@frozen(kw_only=True)
class Lookup:
    """What a name may stand for."""

    name: str
    division: Division | None = None
    """The one right division; null where there is none or the name stays open."""
    candidates: tuple[Division, ...] = ()
    """All divisions of that name that the context leaves, the right one included."""
    former: FormerName | None = None
    """The former name of `division` that was looked up, null where the name is in use."""

    @property
    def display(self) -> str:
        """Customary full name, which for a former name keeps that name."""
        if self.division is None:
            return self.name
        return self.former.name if self.former else self.division.display


def is_district(name: str) -> bool:
    """Whether a name is that of a district of a city (市辖区), which goes by the city's name."""
    return name.endswith("区") and not name.endswith(_NO_DISTRICT)


def is_official(name: str) -> bool:
    """Whether a name is an official one by its ending: 攸县, not 苏州."""
    return name.endswith(_OFFICIAL) and (len(name) > 2 or not name.endswith("州"))


def parent_code(code: str, known: Container[str]) -> str | None:
    """The code one level up that is among `known`: 430211 gives 430200, 419001 gives 410000."""
    if len(code) == 9:
        return code[:6]
    for parent in (code[:4] + "00", code[:2] + "0000"):
        if parent != code and parent in known:
            return parent
    return None


def stem(code: str) -> str:
    """The digits that all codes below a division begin with."""
    if code.endswith("0000") and len(code) == 6:
        return code[:2]
    return code[:4] if code.endswith("00") and len(code) == 6 else code
