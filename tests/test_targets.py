"""Numeric facts against marked sentences, under three tokenizers.

``cases/numeric/<phenomenon>.jsonl`` holds one case a line: ``text``, the ``place`` and ``year`` of
its report, all its ``facts`` (each with its own text and the fields that the case is about),
``optional`` facts that a careful reader may report or leave out, and a ``note`` that says why.
``known.jsonl`` names the cases that are not solved yet. One of them that passes fails the test, so
that a fix forces an edit; ``python tests/test_targets.py`` prints the lines as they should stand.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
import spacy
from spacy.language import Language

import govie
from govie import store
from govie.records import NumericFact

FOLDER = Path(__file__).parent / "cases" / "numeric"
KNOWN = "known"
TOKENIZERS = ("characters", "jieba", "pkuseg")
FIELDS = {field.name for field in attrs.fields(NumericFact)}
Case = dict[str, Any]
Fact = dict[str, Any]


def read(path: Path) -> list[Case]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


PHENOMENA = {path.stem: read(path) for path in sorted(FOLDER.glob("*.jsonl"))}
UNSOLVED = {case["text"] for case in PHENOMENA.pop(KNOWN)}
CASES = [(name, case) for name, cases in PHENOMENA.items() for case in cases]


@pytest.fixture(scope="module")
def pipelines(pkuseg_model: Path) -> dict[str, Language]:
    jieba = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})
    return {
        "characters": govie.load(),
        "jieba": govie.add_to(jieba),
        "pkuseg": govie.load(segmenter="pkuseg", model=pkuseg_model),
    }


@pytest.fixture(scope="module")
def found(pipelines: dict[str, Language]) -> dict[tuple[str, str], list[Fact]]:
    """The numeric facts that every pipeline finds in every case, by tokenizer and text."""
    return {
        (name, case["text"]): facts_of(nlp, case)
        for name, nlp in pipelines.items()
        for _, case in CASES
    }


def facts_of(nlp: Language, case: Case) -> list[Fact]:
    doc = nlp.make_doc(case["text"])
    store.give(doc, case["place"], case["year"])
    return [fact.to_dict() for fact in nlp(doc)._.govie.numeric_facts]


def differences(case: Case, facts: list[Fact]) -> list[str]:
    """What is missing, what is extra, and what differs, a line each."""
    left = list(facts)
    lines = []
    for wanted in case["facts"]:
        fact = nearest(wanted, left)
        if fact is None:
            lines.append(f"missing  {show(wanted)}")
        else:
            left.remove(fact)
            lines.extend(
                f"differs  {wanted['text']}: {key} is {fact[key]!r}, should be {value!r}"
                for key, value in wanted.items()
                if fact[key] != value
            )
    for wanted in case.get("optional", ()):
        fact = nearest(wanted, left)
        if fact is not None and all(fact[key] == value for key, value in wanted.items()):
            left.remove(fact)
    return lines + [f"extra    {show(fact)}" for fact in left]


def nearest(wanted: Fact, facts: list[Fact]) -> Fact | None:
    """Of the facts over the same text, the one that differs in the fewest fields."""
    same = [fact for fact in facts if fact["text"] == wanted["text"]]
    return min(same, key=lambda f: sum(f[k] != v for k, v in wanted.items()), default=None)


def show(fact: Fact) -> str:
    keys = ("text", "indicator", "value", "unit", "comparator", "measure", "status")
    return " | ".join(f"{fact[key]}" for key in keys if key in fact)


@pytest.mark.parametrize("tokenizer", TOKENIZERS)
@pytest.mark.parametrize(
    ("phenomenon", "case"), CASES, ids=[f"{name}:{case['text'][-24:]}" for name, case in CASES]
)
def test_case(
    phenomenon: str, case: Case, tokenizer: str, found: dict[tuple[str, str], list[Fact]]
) -> None:
    wrong = differences(case, found[tokenizer, case["text"]])
    if case["text"] in UNSOLVED:
        assert wrong, f"solved: take it off {KNOWN}.jsonl ({case['text']!r})"
    elif wrong:
        pytest.fail(
            "\n".join([f"{phenomenon}: {case['text']}", *wrong, case["note"]]), pytrace=False
        )


class TestTheCases:
    def test_they_are_many_and_many_hold_no_fact(self) -> None:
        assert len(CASES) >= 400
        assert sum(not case["facts"] for _, case in CASES) >= 120

    def test_each_is_told_apart_by_its_text(self) -> None:
        texts = [case["text"] for _, case in CASES]
        assert len(texts) == len(set(texts))

    def test_each_is_well_formed(self) -> None:
        for _, case in CASES:
            assert case["note"]
            for fact in [*case["facts"], *case.get("optional", ())]:
                assert set(fact) <= FIELDS
                assert fact["text"] in case["text"]

    def test_the_known_ones_exist(self) -> None:
        assert {case["text"] for _, case in CASES} >= UNSOLVED


class TestTheDifferences:
    """A comparison that forgave anything would make every case worthless."""

    CASE: Case = {  # noqa: RUF012
        "text": "增长8%、9%",
        "facts": [{"text": "8%", "unit": "%"}, {"text": "9%", "unit": "%"}],
        "optional": [{"text": "7%", "damaged": True}],
    }

    @pytest.mark.parametrize(
        ("facts", "kinds"),
        [
            ([("8%", "%"), ("9%", "%")], []),
            ([("8%", "%")], ["missing"]),
            ([("8%", "%"), ("9%", "‰")], ["differs"]),
            ([("8%", "%"), ("9%", "%"), ("9%", "%")], ["extra"]),
            ([("8%", "%"), ("9%", "%"), ("7%", "%")], ["extra"]),
            ([("7%", "%")], ["missing", "missing", "extra"]),
        ],
    )
    def test_they_are_told_apart(self, facts: list[tuple[str, str]], kinds: list[str]) -> None:
        records = [{"text": text, "unit": unit, "damaged": False} for text, unit in facts]
        assert [line.split()[0] for line in differences(self.CASE, records)] == kinds

    def test_an_optional_fact_may_be_there(self) -> None:
        records = [{"text": f"{n}%", "unit": "%", "damaged": n == 7} for n in (7, 8, 9)]
        assert differences(self.CASE, records) == []


def unsolved() -> Iterator[str]:
    """The lines of ``known.jsonl`` as they should stand."""
    nlp = govie.load()
    for phenomenon, case in CASES:
        if differences(case, facts_of(nlp, case)):
            yield json.dumps({"phenomenon": phenomenon, "text": case["text"]}, ensure_ascii=False)


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in unsolved())
