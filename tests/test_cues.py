"""Words that decide are lines of packs: a pack of a user's own adds one, and facts change."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import govie
from govie.lint.check import check
from govie.records import NumericFact, RelativeTarget

LINES: dict[str, list[dict[str, Any]]] = {
    "cues": [
        {"label": "SURPASSES", "pattern": "跃过"},
        {"label": "PLACED", "pattern": "荣登"},
        {"label": "ADDED", "pattern": "添置"},
        {"label": "PIECE", "pattern": "枚"},
        {"label": "COUNTED", "pattern": "驿馆", "id": "驿馆", "meta": {"units": ["家"]}},
        {"label": "FINITE", "pattern": "斩旗", "id": "斩旗"},
        {"label": "COMPARISON", "regex": "(?:逊色|力压)全省平均水平", "id": "beside"},
        {"label": "BELOW", "pattern": "逊色"},
        {"label": "ABOVE", "pattern": "力压"},
        {"label": "AHEAD_OF", "pattern": "带动"},
        {"label": "FIRST_OF", "pattern": "头批"},
    ],
    "hedges": [
        {"label": "BEFORE", "pattern": "跃过", "id": "gt"},
        {"label": "FROM", "pattern": "昔"},
    ],
    "relative": [
        {"label": "NO_GROUP", "pattern": "预判"},
        {"label": "NO_LINK", "pattern": "同德"},
        {"label": "GENERIC", "pattern": "考核项"},
    ],
}
HEAD = "株洲市2021年政府工作报告\n2021年，"
Parse = Callable[[str], list[Any]]


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("words")
    for topic, lines in LINES.items():
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (folder / f"{topic}.jsonl").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def parse(pack: Path) -> Parse:
    nlp = govie.load(patterns=["default", str(pack)])
    return lambda text: nlp(HEAD + text)._.govie.records


@pytest.fixture(scope="module")
def plain() -> Parse:
    nlp = govie.load()
    return lambda text: nlp(HEAD + text)._.govie.records


def test_the_pack_is_sound(pack: Path) -> None:
    assert check(str(pack)).problems == ()


@pytest.mark.parametrize(
    ("text", "field", "without", "with_it"),
    [
        ("地区生产总值增长8%，跃过3000亿元。", "indicator", "跃", "地区生产总值"),
        ("综合实力荣登12位。", "measure", "level", "rank"),
        ("全市用于添置的公交车辆12台。", "measure", "level", "delta"),
        ("工业增加值增速逊色全省平均水平2%。", "direction", None, "down"),
        ("工业增加值增速力压全省平均水平2%。", "direction", None, "up"),
        ("12家驿馆焕然一新。", "indicator", "驿馆焕然一新", "驿馆"),
        ("9个车间斩旗省级示范项目。", "indicator", "车间斩旗省级示范项目", "车间"),
        ("带动炎陵县新建充电桩500个。", "place", "炎陵县", "株洲市"),
        ("炎陵县头批5G基站500个。", "place", "炎陵县", "株洲市"),
        ("免征额昔月销售额10万元提高到15万元。", "indicator", "免征额昔月销售额", "免征额"),
    ],
)
def test_a_word_of_a_pack_decides(
    parse: Parse, plain: Parse, text: str, field: str, without: str | None, with_it: str | None
) -> None:
    for read, expected in ((plain, without), (parse, with_it)):
        *_, fact = (record for record in read(text) if isinstance(record, NumericFact))
        assert getattr(fact, field) == expected


@pytest.mark.parametrize(
    ("text", "kind", "without", "with_it"),
    [
        ("新上年产10万枚芯片封装项目。", NumericFact, ["10万枚"], []),
        ("农村居民人均可支配收入增速快于预判。", RelativeTarget, ["快于预判"], []),
        (
            "城镇居民人均可支配收入跟同德县经济增长同步。",
            RelativeTarget,
            [],
            ["跟同德县经济增长同步"],
        ),
        (
            "单位地区生产总值能耗等约束性考核项完成省定任务。",
            RelativeTarget,
            [],
            ["完成省定任务"],
        ),
    ],
)
def test_a_word_of_a_pack_makes_a_record_or_unmakes_it(
    parse: Parse, plain: Parse, text: str, kind: type, without: list[str], with_it: list[str]
) -> None:
    assert [record.text for record in plain(text) if isinstance(record, kind)] == without
    assert [record.text for record in parse(text) if isinstance(record, kind)] == with_it
