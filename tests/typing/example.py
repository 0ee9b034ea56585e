"""What a user's type checker sees of govie. It is checked and never run."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from typing_extensions import assert_type

import govie
from govie.explain import Explanation, explain

nlp: Language = govie.add_to(spacy.blank("zh"), patterns=["default"])
assert_type(govie.load(segmenter="char", model=None), Language)

doc = govie.parse("地区生产总值增长8%。", jurisdiction="株洲市", year=2021)
assert_type(doc, Doc)
assert_type(govie.pipe(["工业增长5%。"], patterns=["default"]), Iterator[Doc])
assert_type(govie.concat([doc, doc]), Doc)
assert_type(govie.excerpt(doc[0:4]), Doc)

quantity = govie.quantities("1700余亩")[0]
assert_type(quantity, govie.Quantity)
assert_type(quantity.unit, str | None)


def amount(record: govie.Record) -> Decimal | None:
    """Records are told apart by their classes."""
    if isinstance(record, govie.NumericFact) and isinstance(record.value, Decimal):
        assert_type(record.value_high, Decimal | None)
        return record.value
    return None


def years(facts: tuple[govie.NumericFact, ...]) -> list[str]:
    """Fields that may be missing have to be looked at."""
    return [fact.period_end for fact in facts if fact.period_end is not None]


def message(text: str) -> str:
    """Errors carry what they are about."""
    try:
        govie.load(patterns=[text])
    except govie.PatternError as error:
        assert_type(error.problems, list[str])
        return error.problems[0]
    return ""


assert_type(govie.from_dict({"type": "place"}), govie.Record)
assert_type(explain(doc, 0), Explanation)
