"""Reading lines, the schema that says the same, and what spaCy's rulers make of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from govie.errors import PatternError
from govie.lint.schema import header_schema, line_schema
from govie.packs.lines import KEYS, parse_patterns, read_lines


def test_plain_tokens_mean_the_string_they_make() -> None:
    line = '{"label": "strategy", "pattern": [{"TEXT": "乡村"}, {"ORTH": "振兴"}]}'
    (pattern,) = parse_patterns(line, "mine.jsonl")
    assert (pattern.pattern, pattern.source) == ("乡村振兴", "mine.jsonl:1")


@pytest.mark.parametrize(
    "tokens", ['[{"LOWER": "a"}]', '[{"TEXT": "a", "OP": "?"}]', '[{"TEXT": {"IN": ["a"]}}]', "[7]"]
)
def test_other_tokens_are_refused(tokens: str) -> None:
    with pytest.raises(PatternError, match="a token pattern that is more than plain text"):
        parse_patterns(f'{{"label": "A", "pattern": {tokens}}}', "mine.jsonl")


def test_lines_are_counted_as_editors_count_them() -> None:
    text = '{"label": "A", "pattern": "a\u2028b"}\n\n{"label": "A"}\n'
    (problem,) = read_lines(text, "mine.jsonl").problems
    assert problem.line == 3


@given(st.text(max_size=60))
def test_no_text_is_too_strange_to_be_told_about(text: str) -> None:
    reading = read_lines(text, "mine.jsonl")
    assert all(str(problem).startswith("mine.jsonl:") for problem in reading.problems)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from([*KEYS, "other"]), VALUES, max_size=4))
def test_any_object_is_a_pattern_or_has_a_problem(entry: dict[str, object]) -> None:
    reading = read_lines(json.dumps(entry), "mine.jsonl")
    assert bool(reading.patterns) != bool(reading.problems)


def test_the_schema_says_what_reading_does() -> None:
    schema = line_schema()
    assert list(schema["properties"]) == list(KEYS)
    assert schema["required"] == ["label"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["priority"]["type"] == "integer"
    assert schema["properties"]["not_before"]["items"] == {"type": "string", "minLength": 1}
    assert all(value["description"] for value in schema["properties"].values())
    assert "replaces" in header_schema()["properties"]


@pytest.mark.parametrize("factory", ["entity_ruler", "span_ruler"])
def test_rulers_of_spacy_load_the_files(factory: str, root: Path) -> None:
    nlp = spacy.blank("zh")
    ruler = nlp.add_pipe(factory)
    lines = [
        json.loads(line)
        for name in ("programs/zhuzhou", "places/regions")
        for line in (root / f"patterns/{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    ruler.add_patterns(lines)
    assert len(ruler.patterns) == len(lines)
    doc = nlp("“五控”和五控行动覆盖长株潭城市群")
    spans = doc.ents if factory == "entity_ruler" else doc.spans["ruler"]
    found = {(span.text, span.label_) for span in spans}
    assert {("五控", "campaign"), ("长株潭城市群", "region")} <= found


def test_rulers_of_spacy_refuse_regexes() -> None:
    ruler = spacy.blank("zh").add_pipe("entity_ruler")
    with pytest.raises(KeyError):
        ruler.add_patterns([{"label": "NAME", "regex": "[0-9]G"}])
