"""``--patterns``: every verb that reads reports reads them with the packs that are named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import govie
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


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"label": "PROMISE", "pattern": 7}', '"pattern" is 7 (write "7": '),
        ('{"label": "PROMISE", "regex": "(?:a+)+b"}', "the regex takes too long"),
    ],
)
def test_errors_name_the_folder_and_results_the_pack(
    report: Path, tmp_path: Path, line: str, said: str
) -> None:
    pack = tmp_path / "bad"
    pack.mkdir()
    (pack / "pack.json").write_text('{"name": "qingshui"}', encoding="utf-8")
    (pack / "standing.jsonl").write_text(line, encoding="utf-8")
    result = run("parse", report, "--patterns", f"default,{pack}/")
    assert result.exit_code == 2
    told = "".join(result.stderr.replace("│", "").split())
    assert "".join(f"{pack}/standing.jsonl:1: {said}".split()) in told
    (tmp_path / "good").mkdir()
    (tmp_path / "good/pack.json").write_text('{"name": "qingshui"}', encoding="utf-8")
    (tmp_path / "good/standing.jsonl").write_text(
        '{"label": "PROMISE", "pattern": "承诺"}', "utf-8"
    )
    shown = run("patterns", "show", "承诺", "--patterns", f"default,{tmp_path}/good").stdout
    assert shown.startswith("qingshui/standing.jsonl:1\n")


def test_two_packs_of_one_name(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
        (folder / "pack.json").write_text('{"name": "qingshui"}', encoding="utf-8")
        (folder / "tasks.jsonl").write_text('{"label": "VERB", "pattern": "垦出"}', "utf-8")
    names = ["default", *map(str, folders)]
    with pytest.raises(govie.PatternError) as raised:
        govie.load(patterns=names)
    one, two = folders
    assert str(raised.value) == (
        f'the packs "{one}" and "{two}" are both called "qingshui" '
        '(give one of them another "name" in its pack.json)'
    )


@pytest.mark.parametrize(
    ("file", "said"),
    [("programmes.jsonl", "which has programmes.jsonl"), ("x.txt", "no pattern files")],
)
def test_a_pack_that_no_rule_reads(tmp_path: Path, file: str, said: str) -> None:
    pack = tmp_path / "mine"
    pack.mkdir()
    (pack / file).write_text('{"label": "plan", "pattern": "银杏计划"}', encoding="utf-8")
    with pytest.raises(govie.PatternError, match="no rule reads any file of the pack") as raised:
        govie.parse("银杏计划。", patterns=["default", pack])
    assert said in str(raised.value)


def test_a_pack_may_be_looked_at_without_the_default_one(packs: str) -> None:
    _, mine = packs.split(", ")
    result = run("patterns", "show", "嘎", "--patterns", mine)
    assert result.exit_code == 0
    assert result.stdout.startswith("mine/units.jsonl:1\n")


def test_a_pack_may_do_nothing_but_drop_a_topic(tmp_path: Path) -> None:
    (tmp_path / "pack.json").write_text('{"name": "bare", "replaces": ["programs"]}', "utf-8")
    text = "深入实施乡村振兴战略，推进放管服。"
    named = [p.rule for p in govie.parse(text)._.govie.programs]
    bare = govie.parse(text, patterns=["default", str(tmp_path)])._.govie.programs
    assert "pattern" in named
    assert "pattern" not in [p.rule for p in bare]
