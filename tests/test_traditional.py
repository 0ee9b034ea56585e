"""Traditional characters are told: govie reads simplified ones."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from typer.testing import CliRunner

import govie
from govie.cli.app import app
from govie.text.traditional import TRADITIONAL, is_traditional

OLD = "政府工作報告\n2021年，地區生產總值增長8%，新增城鎮就業5萬人，經濟發展質量穩步提升。"
NEW = "政府工作报告\n2021年，地区生产总值增长8%，新增城镇就业5万人，经济发展质量稳步提升。"


@pytest.mark.parametrize("text", [OLD, "地區生產總值增長 8%", NEW + OLD, "\n" * 900 + OLD])
def test_traditional_writing_is_known_by_its_signs(text: str) -> None:
    assert is_traditional(text)


@pytest.mark.parametrize(
    "text",
    [
        NEW,
        "",
        "GDP 8%",
        "工作",
        NEW + "获奖者：王喆、李堃、陈昇、赵頔。",  # rare signs of names
        "国内総生産の伸び率は８％、就業者の増加を実現する。" * 3 + NEW,  # Japanese in passing
        NEW * 100 + OLD,  # a quotation far behind
    ],
)
def test_simplified_writing_is_not_taken_for_it(text: str) -> None:
    assert not is_traditional(text)


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "gb18030"])
def test_a_file_says_so_once(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text(OLD * 20, encoding=encoding)
    (source,) = govie.read(path, encoding=encoding)
    assert source.warnings == (TRADITIONAL,)
    done = CliRunner().invoke(app, ["parse", str(path), "--encoding", encoding])
    assert done.stderr.splitlines() == [f"govie: {path}: {TRADITIONAL}"]


def test_each_text_is_told_by_its_beginning() -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("default")
        docs = list(govie.pipe([OLD, NEW, OLD[7:]]))
    assert [doc.text for doc in docs] == [OLD, NEW, OLD[7:]]
    assert [warning.category for warning in told] == [govie.InputWarning] * 2
    first, second = (str(warning.message) for warning in told)
    assert first.startswith('"政府工作報告')
    assert second.startswith('"2021年，地區')
    assert first.endswith(TRADITIONAL)
