"""Terms of whole texts: packs, several definitions, several documents, any text at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear

from govie.context import Context
from govie.glossary.extraction import extract_terms
from govie.packs import load_patterns
from govie.records import Document, Term
from govie.text.view import TextView

SEEDS = Path(__file__).parents[1] / "seeds"


def terms_of(text: str, context: Context | None = None) -> dict[str, Term]:
    return {term.term: term for term in extract_terms(TextView(text), context or Context())}


def document(id_: str, text: str, start: int, end: int, **fields: object) -> Document:
    return Document(id=id_, start=start, end=end, text=text[start:end], **fields)  # type: ignore[arg-type]


def test_a_pack_serves_where_the_report_explains_nothing() -> None:
    term = terms_of("扎实做好“六稳”工作，全面落实“六保”任务。")["六稳"]

    assert term.source == "national"
    assert term.components == ("稳就业", "稳金融", "稳外贸", "稳外资", "稳投资", "稳预期")
    assert (term.count, term.complete, term.definition_start) == (6, True, None)
    assert [mention.text for mention in term.mentions] == ["六稳"]


def test_a_pack_is_of_its_time_and_place() -> None:
    text = "落实“六稳”要求，实施“三高四新”战略。"
    at = {"start": 0, "end": len(text)}
    early = document("d0001", text, **at, year=2016, adcode="430000")
    elsewhere = document("d0001", text, **at, year=2022, adcode="330000")
    here = document("d0001", text, **at, year=2022, adcode="430200")

    assert terms_of(text, Context([early])).keys() == set()
    assert terms_of(text, Context([elsewhere])).keys() == {"六稳"}
    assert terms_of(text, Context([here])).keys() == {"六稳", "“三高四新”战略"}


def test_the_document_wins_and_the_difference_is_kept() -> None:
    text = (
        "做好“六稳”工作。\n名词解释\n1.“六稳”：稳粮食、稳就业、稳市场、稳物价、稳投资、稳预期。\n"
    )

    own, packed = extract_terms(TextView(text), Context())

    assert (own.source, own.components[0], len(own.mentions)) == ("document", "稳粮食", 1)
    assert (packed.source, packed.components[0], packed.mentions) == ("national", "稳就业", ())


def test_parts_in_another_order_are_no_difference() -> None:
    text = (
        "名词解释\n1.三区三线：农业空间、城镇空间、生态空间，"
        "生态保护红线、永久基本农田、城镇开发边界。\n"
    )
    found = [term for term in extract_terms(TextView(text), Context()) if term.term == "三区三线"]
    assert [(term.source, term.complete) for term in found] == [("document", True)]


def test_a_report_with_a_list_is_left_to_its_own_terms() -> None:
    text = "做好“六稳”工作，用好“金种子”库。\n名词解释\n1.“金种子”：拟上市企业。\n"

    assert terms_of(text).keys() == {"金种子"}


def test_conflicting_definitions_are_both_kept() -> None:
    text = (
        "推广“门前三小”经验，建设小游园、小课堂、小书屋。\n"
        "名词解释\n1.门前三小：小广场、小书屋、小讲堂。\n2.“微网格”：最小管理单元。\n"
    )

    found = [term for term in extract_terms(TextView(text), Context()) if "三小" in term.term]

    assert [term.inline for term in found] == [True, False]
    assert [term.components[0] for term in found] == ["小游园", "小广场"]


def test_terms_speak_for_their_own_document() -> None:
    first = "推进“五清”行动。\n名词解释\n1.“五清”行动：清淤、清障、清污、清违、清杂。\n"
    text = first + "另一县也有“五清”行动。\n"
    context = Context(
        [
            document("d0001", text, 0, len(first)),
            document("d0002", text, len(first), len(text)),
        ]
    )

    (term,) = extract_terms(TextView(text), context)

    assert [mention.start for mention in term.mentions] == [text.index("“五清”")]
    assert term.document == "d0001"


def test_counts_and_what_is_there() -> None:
    text = (
        "名词解释\n1.“四上”企业：工业、建筑业、商贸业企业。\n2.“三公”经费：有关规定的开支。\n"
        "3.“夜巡”：夜间巡查。\n"
    )
    terms = extract_terms(TextView(text), Context())
    found = {term.term: term for term in terms if term.source == "document"}

    assert (found["“四上”企业"].count, found["“四上”企业"].complete) == (4, False)
    assert (found["“三公”经费"].count, found["“三公”经费"].complete) == (3, None)
    assert (found["夜巡"].count, found["夜巡"].complete) == (None, None)


def test_seeds_keep_what_their_names_promise() -> None:
    """In all seeds every list entry that enumerates anything keeps its promise."""
    broken = {
        term.term
        for path in sorted(SEEDS.glob("*.txt"))
        for term in extract_terms(TextView(path.read_text(encoding="utf-8")), Context())
        if term.complete is False
    }

    assert broken == set()


@pytest.mark.parametrize(
    ("seed", "number"), [("zhuzhou-2021", 33), ("hetang-2021", 10), ("zhuzhou-2023", 0)]
)
def test_seeds_are_read_to_the_last_entry(seed: str, number: int) -> None:
    text = (SEEDS / f"{seed}.txt").read_text(encoding="utf-8")
    found = extract_terms(TextView(text), Context())
    listed = [term for term in found if term.rule == "list"]

    assert len(listed) == number
    for term in listed:
        assert text[term.start : term.end] == term.text
        assert text[term.definition_start : term.definition_end] == term.definition


def test_packed_terms_are_sound() -> None:
    """Ids are unique, and what a name promises its components keep."""
    packed = [pattern for pattern in load_patterns("glossary") if pattern.label == "TERM"]
    ids = [pattern.id for pattern in packed]

    assert len(packed) > 100
    assert len(set(ids)) == len(ids)
    for pattern in packed:
        assert pattern.meta["definition"]
        name = pattern.pattern or ""
        quoted = name if "“" in name else f"“{name}”"
        assert terms_of(f"湖南推进{quoted}。")[name].complete is not False, name


WORDS = "名词解释|1.|2.|[1]|【1】|（1）|六稳|“六稳”|“五控”行动|3+5+2|是指|四好农村路|分享到："
PIECES = st.lists(
    st.sampled_from([*"\n①：，、。；“”即等和一二", *WORDS.split("|")]), max_size=60
).map("".join)


@given(PIECES)
def test_any_text_gives_records_that_hold(text: str) -> None:
    view = TextView(text)
    terms = extract_terms(view, Context())

    assert [term.id for term in terms] == [f"w{i:04}" for i in range(1, len(terms) + 1)]
    assert [term.start for term in terms] == sorted(term.start for term in terms)
    for term in terms:
        assert text[term.start : term.end] == term.text
        if term.definition_start is not None:
            assert text[term.definition_start : term.definition_end] == term.definition
        for mention in term.mentions:
            assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "text",
    [
        "“" * 10_000 + "”" * 10_000,
        "、" * 100_000,
        "“六稳”、" * 20_000,
        "甲、乙和丙等“三项”工程，" * 8_000,
        "名词解释" * 20_000,
        "名词解释\n" + "".join(f"{i}.“词{i}”：第{i}项说明。\n" for i in range(1, 5_001)),
        "[1]" * 30_000,
    ],
    ids=["quotes", "commas", "terms", "lists", "headings", "entries", "marks"],
)
def test_time_is_linear(text: str) -> None:
    assert is_linear(lambda part: extract_terms(TextView(part), Context()), text)
