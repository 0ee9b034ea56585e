"""Texts made to break things: records stay true, errors stay ours, and time grows with length."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promises import breaches, measure, read
from typer.testing import CliRunner

import govie
from govie.cli import table
from govie.cli.app import app
from govie.errors import GovieError, InputError, PatternError
from govie.files.encodings import decode
from govie.numbers.numerals import parse_numeral
from govie.packs import parse_patterns
from govie.text.view import TextView

CASES = Path(__file__).parent / "cases"
FINDINGS = [json.loads(line) for line in (CASES / "findings.jsonl").read_text("utf-8").splitlines()]

SENTENCE = "今年，全市新建“五好”园区3个，株洲市天元区工业投资增长8%以上，"


def repeated(unit: str) -> Callable[[int], str]:
    return lambda n: (unit * (n // len(unit) + 1))[:n]


def nested(left: str, right: str) -> Callable[[int], str]:
    return lambda n: left * (n // 2) + right * (n // 2)


def respectively(n: int) -> str:
    return "、".join(["甲"] * (n // 8)) + "分别为" + "、".join(["3亿元"] * (n // 8))


HOSTILE: dict[str, Callable[[int], str]] = {
    # the view: gaps, paragraphs, quotes
    "line feeds": repeated("\n"),
    "line ends of all kinds": repeated("第\r\n一\n\r。\r"),
    "lines of one character": repeated("一\n"),
    "spaces between digits": repeated("1 "),
    "written line ends": repeated("\\r\\n"),
    "NUL": repeated("\0"),
    "combining characters": repeated("e\u0301"),
    "marks of direction": repeated("\u202e一\u200f"),
    "astral characters": repeated("𠮷"),
    "half characters": repeated("\ud800市"),
    "straight quotes": repeated('"a"'),
    "page marks": repeated("▲上接01版"),
    "dashed lines": repeated("\n—"),
    # marks without end
    "opening quotes": repeated("“"),
    "nested quotes": nested("“", "”"),
    "open brackets": repeated("（"),
    "nested brackets": nested("（", "）"),
    "open titles": repeated("《"),
    "list commas": repeated("、"),
    "semicolons": repeated("；"),
    # numbers
    "digits": repeated("1234567890"),
    "digits with separators": repeated("1,234,567."),
    "commas between digits": repeated("1,"),
    "ratios": repeated("8:2:"),
    "ranges": repeated("3至"),
    "scales": repeated("万亿"),
    "Chinese numerals": repeated("三百"),
    "ordinals": repeated("第"),
    "ranks": repeated("居全省第1位"),
    "parts": repeated("百分之"),
    "doubled": repeated("翻一番"),
    "changes": repeated("由3%提升到5%"),
    "from from from": repeated("由"),
    # one sentence without a stop
    "amounts": repeated("投资3亿元，"),
    "amounts in a list": repeated("3亿元、"),
    "amounts side by side": repeated("投资3亿元"),
    "counts of examples": repeated("等5个"),
    "counts": repeated("甲5个、乙"),
    "respectively": respectively,
    "respectively without end": repeated("分别"),
    "last year": repeated("比上年"),
    "each": repeated("甲增长3%，均增长5%，"),
    "project sizes": repeated("50万吨钢渣项目"),
    "years": repeated("2021年至"),
    "plans": repeated("“十四五”"),
    "a report without a stop": repeated(SENTENCE),
    "averages": repeated("高于全国平均水平，"),
    "in step": repeated("与经济增长同步"),
    # headings, definitions, names
    "headings": repeated("一、加强建设\n（一）推进发展\n"),
    "numerals of headings": repeated("一、"),
    "deep numbering": repeated("1.1."),
    "openings": repeated("株洲市人民政府工作报告\n——2021年1月1日\n各位代表：\n"),
    "addresses": repeated("各位代表：\n"),
    "definitions": repeated("1.“五好”：指好。\n"),
    "definitions inline": repeated("“五好”（即好）"),
    "note marks": repeated("[1]"),
    "places": repeated("株洲市、"),
    "types of places": repeated("区县"),
    "programmes": repeated("“三高”行动"),
    "plain programmes": repeated("三高行动"),
    "quoted names": repeated("“五好”"),
    "verbs": repeated("实施"),
    "particles": repeated("的"),
}
N = 2_500
GROWTH = 6.0
"""Four times the text may take six times as long: times on a busy machine are no exact thing."""
FLOOR = 0.1
"""Seconds below which no time counts as long."""


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_length(name: str) -> None:
    for _ in range(3):
        short, long = measure(HOSTILE[name](N)), measure(HOSTILE[name](4 * N))
        slow = {key for key in long if long[key] > max(FLOOR, GROWTH * short[key])}
        if not slow:
            break
    assert not slow, (short, long)


@pytest.mark.parametrize("name", HOSTILE)
def test_promises_are_kept(name: str) -> None:
    assert breaches(HOSTILE[name](600)) == []


@pytest.mark.parametrize("case", FINDINGS, ids=lambda case: case["was"])
def test_findings_stay_mended(case: dict[str, str]) -> None:
    assert breaches(case["text"]) == []


class TestAnyText:
    """Texts of words, marks and dirt in any order."""

    WORDS = st.one_of(
        st.sampled_from([unit(12) for unit in HOSTILE.values()]),
        st.sampled_from(
            [SENTENCE, "。", "\n", "，", "“", "”", "（", "）", "、", "2025", "%", "万"]
        ),
        st.characters(),
    )
    TEXTS = st.lists(WORDS, max_size=12).map("".join)

    @settings(max_examples=60)
    @given(TEXTS)
    def test_extractors_keep_their_promises(self, text: str) -> None:
        assert breaches(text) == []

    @settings(max_examples=25)
    @given(TEXTS)
    def test_a_doc_is_as_long_as_its_text_and_can_be_saved(self, text: str) -> None:
        doc = govie.parse(text, year=2021)
        assert len(doc.text) == len(text)
        assert doc.to_bytes()
        for record in doc._.govie.records:
            assert doc.text[record.start : record.end] == record.text

    @settings(max_examples=100)
    @given(TEXTS)
    def test_a_view_leads_back_to_the_text(self, text: str) -> None:
        view = TextView(text)
        spans = [view.raw_span(at, at + 1) for at in range(len(view))]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert spans == sorted(spans)

    @settings(max_examples=200)
    @given(st.text("0123456789,.〇一二三十百千万亿点多余几数负廿半两", max_size=40))
    def test_a_numeral_is_read_or_not(self, text: str) -> None:
        numeral = parse_numeral(text)
        assert numeral is None or numeral.value.is_finite()

    @settings(max_examples=100)
    @given(st.binary(max_size=60))
    def test_bytes_are_text_or_our_error(self, data: bytes) -> None:
        with suppress(InputError):
            assert "\r" not in decode(data, "x").text

    @settings(max_examples=100)
    @given(
        st.lists(
            st.sampled_from(
                [
                    '{"label":',
                    '"A"',
                    ',"pattern":',
                    ',"regex":',
                    '"("',
                    "1e999",
                    "[[[",
                    "}",
                    "\n",
                    "\0",
                ]
            )
            | st.characters(),
            max_size=12,
        ).map("".join)
    )
    def test_pattern_files_are_read_or_our_error(self, text: str) -> None:
        with suppress(PatternError):
            assert all(pattern.label for pattern in parse_patterns(text, "x.jsonl"))


class TestHalfCharacters:
    """Lone surrogates, as broken JSON brings them."""

    TEXT = "\ud800今年，\udfff地区生产总值增长8%，\ud83d投资3亿元。\udc00"

    def test_the_rest_of_the_text_is_read_in_its_own_offsets(self) -> None:
        doc = govie.parse(self.TEXT, year=2021)
        facts = doc._.govie.numeric_facts
        assert [(f.start, f.text) for f in facts] == [(13, "8%"), (19, "3亿元")]
        assert [self.TEXT[f.start : f.end] for f in facts] == ["8%", "3亿元"]

    def test_they_become_the_replacement_character(self) -> None:
        doc = govie.parse(self.TEXT)
        assert doc.text == self.TEXT.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        assert len(doc.text) == len(self.TEXT)

    def test_whole_pairs_stay(self) -> None:
        assert govie.parse("𠮷😀").text == "𠮷😀"


class TestLongTexts:
    def test_a_million_characters_in_one_sentence(self) -> None:
        text = "发展" * 500_000 + "增长8%。"
        facts = govie.parse(text, year=2021)._.govie.numeric_facts
        assert [(f.start, f.text) for f in facts] == [(1_000_002, "8%")]

    @pytest.mark.parametrize(
        ("unit", "times"), [("、", 1_000_000), ("\n", 100_000), ("比上年", 100_000), ("1", 200_000)]
    )
    def test_the_same_very_often(self, unit: str, times: int) -> None:
        assert breaches(unit * times) == []

    def test_ten_thousand_quantities_in_one_sentence(self) -> None:
        facts = [r for r in read("投资3亿元，" * 10_000) if r.type == "numeric"]
        assert [f.start for f in facts] == [2 + 6 * number for number in range(10_000)]


class TestTerminal:
    """What a report or a file name says does not steer the terminal."""

    TEXT = "今年，“甲\x1b]0;x\x07乙\x9b31m\u202e”行动覆盖株洲市\x1b[2J，投资3亿元。"

    def test_tables_hold_no_control_characters(self, capsys: pytest.CaptureFixture[str]) -> None:
        doc = govie.parse(self.TEXT, year=2021)
        console = table.make_console()
        console.file = out = io.StringIO()
        table.print_report(console, "a\x1b[31mb.txt", doc, doc._.govie.records)
        printed = out.getvalue()
        assert "3 亿元" in printed
        assert "b.txt" in printed
        assert all(sign == "\n" or sign.isprintable() for sign in printed)

    def test_messages_hold_none(self, tmp_path: Path) -> None:
        done = CliRunner().invoke(app, ["parse", str(tmp_path / "no\x1b[2J.txt")])
        assert done.exit_code == 1
        assert "no such file" in done.stderr
        assert "\x1b" not in done.stderr

    def test_records_go_to_programs_as_they_are(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text(self.TEXT, encoding="utf-8")
        done = CliRunner().invoke(app, ["parse", str(path), "--to", "jsonl"])
        assert done.exit_code == 0
        records = [json.loads(line) for line in done.stdout.split("\n") if line]
        assert all(self.TEXT[r["start"] : r["end"]] == r["text"] for r in records)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\0", "\ud800", "。", "3", "\u0301"])
def test_next_to_nothing_is_read(text: str) -> None:
    try:
        doc = govie.parse(text, jurisdiction="430200", year=2021)
    except GovieError as error:  # pragma: no cover
        pytest.fail(str(error))
    assert doc._.govie.numeric_facts == ()
