"""What makes two facts speak of the same series: indicator, part of it, and measure."""

from __future__ import annotations

from attrs import frozen

from govie.facts.indicators import known_indicators
from govie.records import Fact, NumericFact
from govie.text.plain import plain

__all__ = ["Key", "indicator_of", "key_of"]

_WHOLE = frozenset({"urban_and_rural"})
"""Scopes that are the whole series: 城乡居民人均可支配收入 is that of all residents."""


@frozen
class Key:
    """A series of the panel. Growth and level of one indicator are two series."""

    indicator_id: str | None
    name: str
    """The customary name of a known indicator, else the phrase of the text."""
    scope: str | None
    """The part of the series that the name covers: contracted, policy, … (see the indicators)."""
    measure: str | None
    """Null only for a target without a number whose indicator is not a known one."""

    @property
    def slug(self) -> str:
        """A name for columns: ``gdp_growth``."""
        return "_".join(filter(None, (self.indicator_id or self.name, self.scope, self.measure)))


def key_of(fact: Fact) -> Key | None:
    """The series of a fact; None where the text names no subject.

    A target without a number has the measure in which its indicator is usually stated.
    """
    if not fact.indicator:
        return None
    usual = None
    name = plain(fact.indicator)
    scope = None
    if fact.indicator_id:
        match = known_indicators().find(name)
        if match and match.id == fact.indicator_id and match.scope not in _WHOLE:
            scope = match.scope
        try:
            known = known_indicators().by_id(fact.indicator_id)
        except KeyError:  # of a pack of the user's
            pass
        else:
            name, usual = known.name, known.measures[0]
    measure = fact.measure if isinstance(fact, NumericFact) else usual
    return Key(fact.indicator_id, name, scope, measure)


def indicator_of(phrase: str) -> str | None:
    """Id of the indicator that a phrase names (经济增长: gdp), or None."""
    match = known_indicators().find(plain(phrase))
    return match.id if match else None
