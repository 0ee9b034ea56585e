from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from govie.pages.blocks import Block, blocks_of
from govie.pages.marks import Mark, cut, marks_of
from govie.records import Document, NumericFact, Record, Section
from govie.store import view_of
from govie.text.view import TextView


def text_of(block: Block) -> str:
    """What a reader sees of a block."""
    return "".join(piece.text for piece in block.pieces if not piece.hidden)


def fact(start: int, end: int, text: str, **fields: Any) -> NumericFact:
    return NumericFact(
        **{
            "id": "t0001",
            "start": start,
            "end": end,
            "text": text,
            "value": "1",
            "comparator": "eq",
            "measure": "level",
            "status": "actual",
            **fields,
        }
    )


def section(start: int, raw: str, title: str, level: int = 1) -> Section:
    return Section(
        id="s0001",
        start=start,
        end=len(raw),
        text=raw[start:],
        title=title,
        level=level,
        kind="review",
    )


class TestCut:
    def test_nested_and_overlapping_marks_share_pieces(self) -> None:
        outer, inner, across = (
            Mark(0, 6, "a", "place"),
            Mark(2, 4, "b", "term"),
            Mark(3, 8, "c", "term"),
        )
        pieces = [
            (s.start, s.end, [m.record for m in s.marks]) for s in cut(9, [outer, inner, across])
        ]
        assert pieces == [
            (0, 2, ["a"]),
            (2, 3, ["b", "a"]),
            (3, 4, ["b", "c", "a"]),
            (4, 6, ["c", "a"]),
            (6, 8, ["c"]),
            (8, 9, []),
        ]

    def test_records_of_the_same_offsets_are_kept_apart(self) -> None:
        (piece,) = cut(3, [Mark(0, 3, "t1", "actual"), Mark(0, 3, "t2", "target")])
        assert {mark.record for mark in piece.marks} == {"t1", "t2"}

    @given(st.data())
    def test_each_character_has_its_marks(self, data: st.DataObject) -> None:
        length = data.draw(st.integers(1, 30))
        spans = data.draw(st.lists(st.tuples(st.integers(0, length), st.integers(0, length))))
        marks = [Mark(min(s), max(s), f"r{i}", "place") for i, s in enumerate(spans)]
        found: list[set[str]] = []
        for stretch in cut(length, marks):
            found += [{mark.record for mark in stretch.marks}] * (stretch.end - stretch.start)
        assert found == [{m.record for m in marks if m.start <= at < m.end} for at in range(length)]


def test_a_fact_marks_its_value_and_the_words_of_its_indicator() -> None:
    marks = list(marks_of([fact(6, 8, "8%", indicator="产值", indicator_start=0, indicator_end=2)]))
    assert [(m.start, m.end, m.kind) for m in marks] == [(6, 8, "actual"), (0, 2, "subject")]


class TestBlocks:
    def test_paragraphs_are_blocks_and_line_breaks_within_them_are_hidden(self) -> None:
        raw = "全市经济增\n长8 ％。\n\n　　城镇新增就业5万人。"
        blocks = blocks_of(TextView(raw), [])
        assert [text_of(block) for block in blocks] == ["全市经济增长8％。", "城镇新增就业5万人。"]

    def test_a_heading_has_a_block_of_its_own_with_its_stop(self) -> None:
        raw = "一、工作回顾。过去一年，经济增长。"
        heading, body = blocks_of(TextView(raw), [section(0, raw, "一、工作回顾")])
        assert (text_of(heading), heading.level, heading.anchors) == (
            "一、工作回顾。",
            1,
            ("s0001",),
        )
        assert (text_of(body), body.level, body.anchors) == ("过去一年，经济增长。", 0, ())

    def test_a_section_starts_a_block_even_in_a_report_without_line_breaks(self) -> None:
        raw = "各位代表：现在报告工作。二、今年工作我们要努力。"
        blocks = blocks_of(TextView(raw), [section(12, raw, "二、今年工作")])
        assert [text_of(block) for block in blocks] == [
            "各位代表：现在报告工作。",
            "二、今年工作",
            "我们要努力。",
        ]

    def test_a_long_heading_runs_into_its_paragraph(self) -> None:
        title = "——过去的一年，我们" + "着力推动各项工作" * 5
        (block,) = blocks_of(TextView(f"{title}。好。"), [section(0, f"{title}。好。", title, 3)])
        assert (block.level, block.anchors) == (0, ("s0001",))

    def test_a_wall_of_text_goes_on_behind_a_sentence(self) -> None:
        raw = "这一年大家齐心协力把工作做好了。" * 100
        first, *others = blocks_of(TextView(raw), [])
        assert not first.goes_on
        assert others
        for block in [first, *others]:
            assert len(text_of(block)) < 600
            assert text_of(block).endswith("。")
        assert all(block.goes_on for block in others)

    def test_a_mark_across_a_line_break_is_of_one_record(self) -> None:
        raw = "改造1\n200户。"
        (block,) = blocks_of(TextView(raw), [fact(2, 8, raw[2:8])])
        assert [p.text for p in block.pieces if p.marks] == ["1", "\n", "200户"]
        assert text_of(block) == "改造1200户。"

    def test_texts_of_nothing(self) -> None:
        assert blocks_of(TextView(""), []) == []
        (block,) = blocks_of(TextView(" \n "), [])
        assert text_of(block) == ""
        assert [piece.text for piece in block.pieces] == [" \n "]

    @given(
        st.text(alphabet="一、全市增长8５.%。：；\n\r 　a<&▲上接01版\u0000😀", max_size=80),
        st.data(),
    )
    def test_the_pieces_are_the_raw_text(self, raw: str, data: st.DataObject) -> None:
        view = TextView(raw)
        records: list[Record] = []
        for number in range(data.draw(st.integers(0, 4)) if len(view) else 0):
            a = data.draw(st.integers(0, len(view) - 1))
            start, end = view.raw_span(a, data.draw(st.integers(a + 1, len(view))))
            title = view.text[a : a + data.draw(st.integers(0, 6))]
            records.append(section(start, raw, title, number))
            records.append(fact(start, end, raw[start:end]))
        pieces = [piece for block in blocks_of(view, records) for piece in block.pieces]
        assert "".join(piece.text for piece in pieces) == raw

    def test_the_seeds_are_whole_and_their_marks_show_their_records(
        self, seed_docs: dict[str, Doc]
    ) -> None:
        for doc in seed_docs.values():
            records = doc._.govie.records
            pieces = [p for block in blocks_of(view_of(doc), records) for p in block.pieces]
            assert "".join(piece.text for piece in pieces) == doc.text
            written: dict[str, str] = {}
            for piece in pieces:
                for owner in {mark.record for mark in piece.marks if mark.kind != "subject"}:
                    written[owner] = written.get(owner, "") + piece.text
            marked = [r for r in records if not isinstance(r, Document | Section)]
            assert [r.id for r in marked if r.text not in written.get(r.id, "")] == []
