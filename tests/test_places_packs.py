"""Words around names that a pack of the user's own adds to those of govie."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

import govie


def read(folder: Path, topic: str, line: dict[str, Any], text: str) -> list[Doc]:
    """The text as read by govie alone, and with one line of a pack besides."""
    file = folder / f"{topic}.jsonl"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    return [govie.parse(text, patterns=packs) for packs in (["default"], ["default", str(folder)])]


TITLE = {"label": "TITLE", "pattern": "总指挥"}
MEASURE = {"label": "MEASURE", "pattern": "孔"}
ANOTHER = {"label": "ANOTHER", "pattern": "浊"}
INITIAL = {"label": "EDGE", "pattern": "向", "meta": {"initial": True}}
ECHOED = {"label": "TYPE", "pattern": "科学城", "id": "zone", "meta": {"max": 14, "echoed": True}}


@pytest.mark.parametrize(
    ("topic", "line", "text", "without", "within"),
    [
        ("places/words", TITLE, "总指挥 王安顺\n", ["安顺"], []),
        ("places/words", MEASURE, "新建3孔清雾桥。", ["孔清雾桥"], ["清雾桥"]),
        ("places/words", ANOTHER, "浊漓江、湘江添绿。", ["漓江", "湘江"], ["浊漓江", "湘江"]),
        ("places/left_edges", INITIAL, "推进向雾铁路建设。", [], ["向雾铁路"]),
        (
            "places/types",
            ECHOED,
            "建设清雾坡科学城。清雾坡引进企业。",
            ["清雾坡科学城"],
            ["清雾坡科学城", "清雾坡"],
        ),
    ],
    ids=["title", "measure", "another", "initial", "echoed"],
)
def test_a_line_of_a_pack_changes_how_names_are_read(
    tmp_path: Path,
    topic: str,
    line: dict[str, Any],
    text: str,
    without: list[str],
    within: list[str],
) -> None:
    before, after = read(tmp_path, topic, line, text)
    assert [place.form for place in before._.govie.places] == without
    assert [place.form for place in after._.govie.places] == within


def test_what_is_cut_off_the_name_of_a_government_is_a_line_too(tmp_path: Path) -> None:
    line = {"label": "PLACE_TRIM", "regex": "^本届"}
    text = "现在，我代表本届清雾新区管委会，向大会报告工作，请予审议。"
    before, after = read(tmp_path, "documents", line, text)
    assert before._.govie.documents[0].place == "本届清雾新区"
    assert after._.govie.documents[0].place == "清雾新区"
