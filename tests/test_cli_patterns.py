"""``govie patterns``: exit codes and what is printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from govie.cli.app import app


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["patterns", *map(str, words)])


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    assert run("new", folder).exit_code == 0
    return folder


def test_a_new_pack_passes(starter: Path) -> None:
    result = run("check", starter)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no problems in 1 file, 3 patterns\n"
    assert run("test", starter).stderr == "4 examples, 0 failures\n"


def test_problems_go_to_standard_output_with_exit_code_1(starter: Path) -> None:
    file = starter / "programs/programs.jsonl"
    file.write_text('{"lable": "campaign", "pattern": "清风"}\n', encoding="utf-8")
    result = run("check", starter)
    assert result.exit_code == 1
    assert result.stdout == f'{file}:1: unknown key "lable" (did you mean "label"?)\n'
    assert result.stderr == "1 problem in 1 file, 0 patterns\n"


def test_show_leaves_quotation_marks_aside_and_tells_near_names() -> None:
    assert run("show", "“三高四新”").stdout == run("show", "三高四新").stdout != ""
    missed = run("show", "三高四新大战略")
    assert missed.exit_code == 1
    assert "near it: " in missed.stderr
    assert "三高四新" in missed.stderr.partition("near it: ")[2]
    assert "near it" not in run("show", "qqqqxxxx").stderr


def test_a_fault_of_the_file_is_no_example_that_fails(starter: Path) -> None:
    file = starter / "programs/programs.jsonl"
    misspelt = '{"label": "plan", "pattern": "银杏计划", "exemples": {"yes": ["银杏计划"]}}\n'
    file.write_text(file.read_text(encoding="utf-8") + misspelt, encoding="utf-8")
    result = run("test", starter)
    assert result.exit_code == 1
    assert 'unknown key "exemples"' in result.stdout
    said = result.stderr.partition("example")[2]
    assert said == "s, 0 failures; 1 fault besides, whose lines were not tried\n"


def test_an_example_that_fails_has_exit_code_1(starter: Path) -> None:
    file = starter / "programs/programs.jsonl"
    line = {"label": "plan", "pattern": "银杏计划", "examples": {"yes": ["银杏工程"]}}
    file.write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    result = run("test", file)
    assert result.exit_code == 1
    assert "银杏工程" in result.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("check", "nowhere"),
        ("test", "nowhere"),
        ("list", "nothing"),
        ("schema", "programmes"),
        ("list", "programs", "--patterns", "nowhere"),
        ("new", "."),
        ("check",),
    ],
)
def test_wrong_commands_have_exit_code_2(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_list_and_show(starter: Path) -> None:
    topics = run("list").stdout
    assert "indicators" in topics
    packs = f"default,{starter}"
    lines = run("list", "programs", "--patterns", packs).stdout.splitlines()
    assert "campaign\t清风护河行动\t清风护河\tmine/programs/programs.jsonl:2" in lines
    shown = run("show", "清风护河行动", "--patterns", packs).stdout
    assert "mine/programs/programs.jsonl:1" in shown
    assert run("show", "不知道什么").exit_code == 1


def test_the_schema_is_json() -> None:
    assert "not_before" in json.loads(run("schema").stdout)["properties"]
    programs = json.loads(run("schema", "programs").stdout)["properties"]
    assert "campaign" in programs["label"]["enum"]
    assert programs["meta"]["properties"]["unquoted_before"]["type"] == "array"
    assert "replaces" in json.loads(run("schema", "--header").stdout)["properties"]
