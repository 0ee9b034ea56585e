"""Records as JSON: what is written is read back the same, and what is no record is refused."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

import govie
from govie.records import Mention, NumericFact, Place, Term

FACT = NumericFact(
    id="f1",
    start=0,
    end=2,
    text="5%",
    value=Decimal("5.0"),
    value_high=Decimal("7"),
    from_value="8.2:46.3:45.5",
    comparator="range",
    measure="growth",
    status="target",
)
PLACE = Place(
    id="p1", start=0, end=2, text="朝阳", name="朝阳", kind="county", form="朝阳", candidates=("1",)
)
TERM = Term(
    id="t1",
    start=0,
    end=2,
    text="两保",
    term="两保",
    mentions=(Mention(start=5, end=7, text="两保"),),
)


@pytest.mark.parametrize("record", [FACT, PLACE, TERM])
def test_a_record_comes_back_from_json_as_it_was(record: govie.Record) -> None:
    assert govie.from_dict(json.loads(json.dumps(record.to_dict()))) == record


def test_amounts_are_written_exactly_and_ratios_as_they_stand() -> None:
    plain = FACT.to_dict()
    assert list(plain)[:3] == ["id", "type", "start"]
    assert (plain["value"], plain["value_high"]) == ("5", "7")
    assert plain["from_value"] == "8.2:46.3:45.5"
    assert PLACE.to_dict()["adcode"] is None


@pytest.mark.parametrize(
    "change",
    [{"type": "wish"}, {"value": "much"}, {"value": 5}, {"colour": "red"}],
    ids=["type", "amount", "number", "field"],
)
def test_what_is_no_record_is_refused_by_govie_itself(change: dict[str, object]) -> None:
    with pytest.raises(govie.RecordError):
        govie.from_dict({**FACT.to_dict(), **change})
