"""``--patterns``: every verb that reads reports reads them with the packs that are named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from govie.cli.app import app

REPORT = """清水市{year}年政府工作报告

一、{year}年主要预期目标

地区生产总值增长8%左右，建成水车{wheels}嘎。

二、{year}年重点工作

垦出良田。
"""
LINES = {
    "units.jsonl": {
        "label": "CLASSIFIER",
        "pattern": "嘎",
        "id": "嘎",
        "meta": {"dimension": "count"},
    },
    "indicators.jsonl": {
        "label": "INDICATOR",
        "pattern": "水车",
        "id": "wheels",
        "meta": {
            "canonical": True,
            "name": "水车",
            "en": "wheels",
            "dimensions": ["count"],
            "measures": ["level"],
        },
    },
    "tasks.jsonl": {"label": "VERB", "pattern": "垦出"},
    "strictness.jsonl": {"label": "COMPARATOR", "pattern": "eq", "id": "hard"},
}
"""What govie does not know: a count word, a series, a verb; and a verdict on a wording."""


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def packs(tmp_path: Path) -> str:
    folder = tmp_path / "mine"
    folder.mkdir()
    for name, line in LINES.items():
        (folder / name).write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    return f"default, {folder}"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return written(tmp_path, 2021, 3)


def written(folder: Path, year: int, wheels: int) -> Path:
    file = folder / f"{year}.txt"
    file.write_text(REPORT.format(year=year, wheels=wheels), encoding="utf-8")
    return file


def rows(*words: str | Path) -> list[dict[str, Any]]:
    result = run(*words, "--to", "jsonl")
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_parse(report: Path, packs: str) -> None:
    words = ("parse", report, "--only", "targets")
    assert [fact["unit"] for fact in rows(*words)] == ["%"]
    assert [fact["unit"] for fact in rows(*words, "--patterns", packs)] == ["%", "嘎"]


def test_panel_judges_by_the_words_of_the_pack_too(report: Path, packs: str) -> None:
    def found(*more: str) -> list[tuple[str, str | None]]:
        panel = rows("panel", report, *more)
        return [(row["indicator"], row["strictness"]) for row in panel if row["target_text"]]

    assert found() == [("地区生产总值", "soft")]
    assert found("--patterns", packs) == [("地区生产总值", "soft"), ("水车", "hard")]


def test_tasks_begin_with_the_verbs_of_the_pack_too(report: Path, packs: str) -> None:
    words = ("tasks", report)
    assert "垦出" not in [row["verb"] for row in rows(*words)]
    last = rows(*words, "--patterns", packs)[-1]
    assert (last["verb"], last["object"]) == ("垦出", "良田")


def test_compare(report: Path, packs: str, tmp_path: Path) -> None:
    words = ("compare", report, written(tmp_path, 2022, 5))
    assert [row["change"] for row in rows(*words)] == ["unchanged"]
    with_pack = rows(*words, "--patterns", packs)
    assert [(row["change"], row["difference"]) for row in with_pack] == [
        ("unchanged", "0"),
        ("raised", "2"),
    ]


@pytest.mark.parametrize("panel", [(), ("--panel",)])
def test_view(report: Path, packs: str, panel: tuple[str, ...]) -> None:
    without = run("view", report, *panel)
    page = run("view", report, *panel, "--patterns", packs)
    assert (without.exit_code, page.exit_code) == (0, 0)
    assert '"水车"' not in without.stdout
    assert '"水车"' in page.stdout


VERBS = (
    ("parse", "REPORT"),
    ("panel", "REPORT"),
    ("tasks", "REPORT"),
    ("compare", "REPORT", "REPORT"),
    ("view", "REPORT"),
    ("explain", "REPORT", "--at", "0"),
    ("corpus", "build", "REPORT", "-o", "out"),
    ("patterns", "list"),
    ("patterns", "show", "gdp"),
)


@pytest.mark.parametrize("words", VERBS, ids=lambda words: " ".join(words[:2]))
@pytest.mark.parametrize(
    ("packs", "said"),
    [
        ("default,nowhere", "nowhere"),
        ("default,default", "names 'default' twice"),
        (" , ", "is no list of pack names"),
        ("default,WRONG", 'WRONG/programs.jsonl:1: unknown key "lable"'),
    ],
)
def test_packs_that_cannot_be_used(
    report: Path, words: tuple[str, ...], packs: str, said: str, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong"
    wrong.mkdir()
    (wrong / "programs.jsonl").write_text('{"lable": "plan", "pattern": "x"}', encoding="utf-8")
    given = [str(report) if word == "REPORT" else word for word in words]
    result = run(*given, "--patterns", packs.replace("WRONG", str(wrong)))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--patterns" in result.stderr
    assert said.replace("WRONG", "wrong") in result.stderr
    assert "Traceback" not in result.stderr


def test_a_pack_may_be_looked_at_without_the_default_one(packs: str) -> None:
    _, mine = packs.split(", ")
    result = run("patterns", "show", "嘎", "--patterns", mine)
    assert result.exit_code == 0
    assert result.stdout.startswith("mine/units.jsonl:1\n")
