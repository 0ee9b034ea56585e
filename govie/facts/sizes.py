"""Numbers that only say which things are meant, or how large they are, and measure nothing."""

from __future__ import annotations

from govie.facts.cues import Cues
from govie.facts.leads import Lead
from govie.facts.subjects import Subject
from govie.numbers.quantity import Quantity

__all__ = ["is_size", "says_how_large", "says_which"]

_SIZES = ("mass", "volume", "energy", "physical")


def is_size(
    text: str, quantity: Quantity, lead: Lead, stop: int, limit: int, cues: Cues, *, empty: bool
) -> bool:
    """Whether a number is a size, a threshold or a form of address, and measures nothing.

    A share of things in number, whose lead is ``empty``, is none of these: 90%以上的企业.
    """
    if quantity.dimension == "none" and cues.addressed.match(text, stop, limit):
        return True
    bound = quantity.hedge_start is not None or quantity.value_high is not None
    shared = quantity.kind == "percent" and empty
    if bound and not shared and cues.threshold.match(text, stop, limit):
        return True
    sized = quantity.dimension in _SIZES or quantity.unit in cues.pieces
    if not sized or lead.change or lead.level or text.startswith("的", stop):
        return False
    return cues.capacity.match(text, stop, limit) is not None


def says_which(quantity: Quantity, following: Quantity) -> bool:
    """Whether an amount says which are counted right behind it: 亿元企业56家、过10亿元7家."""
    hedged = quantity.hedge_start is not None and quantity.hedge_start < quantity.start
    return (
        hedged
        and quantity.dimension == "money"
        and following.dimension == "count"
        and following.start == quantity.end
    )


def says_how_large(quantity: Quantity, noun: Subject, following: Quantity, lead: Lead) -> bool:
    """Whether a size says which things are counted behind them: 百亩以上示范园32个."""
    return (
        quantity.comparator == "ge"
        and quantity.kind != "percent"
        and not lead.level
        and quantity.unit != following.unit
        and following.dimension == "count"
        and following.start == noun.end
    )
