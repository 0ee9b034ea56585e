"""The numbers of a sentence, each with its lead and the noun behind it.

A *run* is a row of numbers that only connectors keep apart: 4.4%、5.9%和6%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govie.facts.behind import noun_behind, noun_lasting
from govie.facts.cues import Cues
from govie.facts.leads import Lead, read_lead
from govie.facts.sizes import is_size, says_how_large, says_which
from govie.facts.subjects import Subject
from govie.numbers.quantity import Quantity
from govie.packs import load_patterns, per_packs
from govie.packs.expressions import either
from govie.text.view import TextView

__all__ = ["Slot", "is_empty", "is_verb_at", "read_runs", "read_slots"]

_UNCOUNTING = ("rank", "ratio", "points", "multiple")
"""Kinds of numbers that count nothing."""
_COUNTED = ("count", "people", "none")
"""Dimensions of units behind which the counted thing may stand: 20个“长者餐厅”."""
_EXTENTS = ("length", "area")
"""Dimensions in which a number with an attribute has its noun behind it: 破损的12公里道路."""

_VERB_REACH = 6
"""How long a verb is at most."""
_ORIGIN_REACH = 8
_CLAUSE_MARK = re.compile("[，；：]")


# A tuple: every number makes one, and an attrs class takes twice the time.
class Slot(NamedTuple):
    """A number in its sentence; ``start:end`` takes in its hedges and the value it rose from."""

    quantity: Quantity
    start: int
    end: int
    lead_start: int
    lead: Lead
    behind: Subject | None
    blocked: bool
    """A verb seems to stand behind the number that might count something, rather than a noun."""
    owner: Subject | None = None
    """What has the size that the number gives, or the grade in front: 总投资3亿元的大桥."""


def read_slots(
    view: TextView,
    quantities: Sequence[Quantity],
    start: int,
    end: int,
    cues: Cues,
    areas: Mapping[int, int],
) -> list[Slot]:
    """The numbers of the sentence ``start:end``, in order.

    ``areas`` maps the beginnings of places to their ends, in clean offsets. Numbers that only say
    how large a project is, or which households are meant, are left out.
    """
    slots: list[Slot] = []
    lead_start = start
    for number, quantity in enumerate(quantities):
        begin, stop = _extent(quantity)
        following = quantities[number + 1] if number + 1 < len(quantities) else None
        limit = _extent(following)[0] if following else end
        lead = read_lead(
            view.text,
            min(lead_start, begin),
            _front(view.text, quantity, lead_start, begin),
            cues,
            areas=areas,
            ranked=quantity.kind == "rank",
        )
        between = quantity.hedge_start is not None and quantity.hedge_start >= lead_start
        if (
            slots
            and (noun := slots[-1].behind)
            and _is_rate_of(noun, lead, quantity, view.text, cues)
        ):
            lead = lead._replace(start=noun.start)
        if lead.continues and between and quantity.hedge in cues.surpasses:
            lead = lead._replace(continues=False, level=True)
        empty = is_empty(lead, view.text, cues)
        if not _follows_size(slots, quantity, cues) and is_size(
            view.text, quantity, lead, stop, limit, cues, empty=empty
        ):
            continue
        if following and says_which(quantity, following):
            continue
        behind, blocked = None, False
        if _may_count(quantity, lead, begin, view.text, cues, empty=empty):
            lasts = quantity.kind == "duration"
            behind, blocked = noun_behind(view, stop, limit, cues, quantity.unit, whole=lasts)
        if behind and not _is_counted(behind, quantity, lead, blocked, view.text, stop, cues):
            behind = None
        if behind and following and quantity.kind == "duration":
            ranked = following.kind == "rank"
            behind = noun_lasting(view, behind, stop, limit, cues, ranked=ranked)
        if behind and following and says_how_large(quantity, behind, following, lead):
            continue
        slots.append(
            Slot(
                quantity=quantity,
                start=begin,
                end=stop,
                lead_start=lead_start,
                lead=lead,
                behind=behind,
                blocked=blocked,
            )
        )
        lead_start = behind.end if behind else stop
    return slots


def _is_rate_of(noun: Subject, lead: Lead, quantity: Quantity, text: str, cues: Cues) -> bool:
    """Whether a lead goes on with the noun counted before: 16个断面水质优良比例95%."""
    return (
        noun.end == lead.start < lead.end
        and quantity.kind == "percent"
        and text[lead.start : lead.end] not in cues.leaning
        and cues.heads.at_end(text, lead.start, lead.end) is not None
    )


def _extent(quantity: Quantity) -> tuple[int, int]:
    """The number with the hedges around it and the value it rose from."""
    start, end = quantity.start, quantity.end
    if quantity.from_start is not None:
        start = min(start, quantity.from_start)
    if quantity.hedge_start is not None and quantity.hedge_end is not None:
        start, end = min(start, quantity.hedge_start), max(end, quantity.hedge_end)
    return start, end


@per_packs
def _origin() -> re.Pattern[str]:
    """What a number rose from, with words of its own: 由不足50%, 从月销售额10万元."""
    words = either(p for p in load_patterns("hedges") if p.label == "FROM")
    return re.compile(rf"{words}[^，。；：、0-9年的由从]{{1,6}}的?$")


def _front(text: str, quantity: Quantity, start: int, begin: int) -> int:
    """Where the words end that lead up to a number: in front of 从月销售额10万元提高到15万元."""
    if quantity.from_start is None:
        return begin
    found = _origin().search(text, max(start, begin - _ORIGIN_REACH), begin)
    return found.start() if found else begin


def _follows_size(slots: Sequence[Slot], quantity: Quantity, cues: Cues) -> bool:
    """Whether an amount is that of what the number before counts: 2家投资超亿元的企业."""
    noun = slots[-1].behind if slots else None
    return (
        noun is not None
        and noun.end == _extent(quantity)[0]
        and quantity.dimension == "money"
        and noun.name in cues.leaning
    )


def _may_count(
    quantity: Quantity, lead: Lead, begin: int, text: str, cues: Cues, *, empty: bool
) -> bool:
    """Whether a number at ``begin`` may count the noun behind it, whatever that is."""
    if quantity.kind in _UNCOUNTING:
        return False
    if empty and not lead.change:
        return True
    if quantity.dimension in _EXTENTS and text.endswith("的", 0, begin):
        return True
    if quantity.dimension != "money":
        return quantity.dimension in _COUNTED
    done = lead.verb is not None and lead.verb[1] == begin
    return done or cues.gives.at_end(text, lead.start, begin) is not None


def _is_counted(
    noun: Subject,
    quantity: Quantity,
    lead: Lead,
    blocked: bool,
    text: str,
    stop: int,
    cues: Cues,
) -> bool:
    """Whether a number that ends at ``stop`` and may count the noun behind it does so."""
    void = noun.name in cues.trailers or noun.name in cues.vacuous
    if void and (quantity.dimension not in _COUNTED or text.startswith("的", stop)):
        return False
    if noun.name in cues.vacuous and not lead.empty:
        named = cues.counted.get(quantity.unit or "")
        return named is not None and named.fullmatch(noun.name) is not None
    if is_empty(lead, text, cues) and not lead.change:
        return not (quantity.dimension == "money" and is_verb_at(text, stop, cues))
    if blocked or text.startswith("的", stop):
        return quantity.dimension in _COUNTED and lead.empty
    return True


def is_empty(lead: Lead, text: str, cues: Cues) -> bool:
    """Whether a lead names nothing to measure: 全市, 城区."""
    return lead.empty or text[lead.start : lead.end] in cues.vacuous


def is_verb_at(text: str, at: int, cues: Cues) -> bool:
    """Whether a verb of doing stands there: 投入86万元改造敬老院."""
    word = cues.openers.at_start(text, at, min(len(text), at + _VERB_REACH))
    return word is not None and word.label == "VERB"


def read_runs(slots: list[Slot], text: str) -> Iterator[list[Slot]]:
    """Numbers that only connectors keep apart, and verbs of change: 分别增长21%和下降3.4%.

    So do adverbs in front of the same unit: 分别提高到每月450元和每年3200元.
    """
    run: list[Slot] = []
    for slot in slots:
        if run and not (_goes_on(slot, run[0], text) and run[-1].behind is None):
            yield run
            run = []
        run.append(slot)
    if run:
        yield run


def _goes_on(slot: Slot, first: Slot, text: str) -> bool:
    if slot.lead.continues:
        return True
    alike = slot.lead.change is not None or slot.quantity.unit == first.quantity.unit
    return (
        alike
        and slot.lead.empty
        and slot.lead.role is None
        and slot.behind is None
        and first.lead.role == "respectively"
        and _CLAUSE_MARK.search(text, slot.lead_start, slot.start) is None
    )
