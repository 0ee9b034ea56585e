from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from govie.cli.app import app

SCREEN = 45
"""Lines that are short enough to read."""


def run(*words: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["explain", *map(str, words)], input=stdin)


def test_a_place_of_a_file_on_one_screen(root: Path) -> None:
    seed = root / "seeds/zhuzhou-2021.txt"
    result = run(seed, "--find", "经济增长8%左右")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert len(lines) <= SCREEN
    assert max(map(cell_len, lines)) <= 100
    assert "经济增长【8%】左右" in result.stdout.replace("\n", "")
    assert "a numeric fact: t0" in result.stdout
    assert "default/cues.jsonl:" in result.stdout
    assert "\x1b" not in result.stdout


def test_an_offset_of_the_json_of_parse(root: Path) -> None:
    seed = root / "seeds/zhuzhou-2021.txt"
    parsed = CliRunner().invoke(app, ["parse", str(seed), "--to", "jsonl", "--only", "numeric"])
    record = json.loads(parsed.stdout.splitlines()[20])
    (found,) = json.loads(run(seed, "--at", str(record["start"]), "--to", "json").stdout)
    assert record["id"] in found["records"]
    assert (found["start"], found["end"]) == (record["start"], record["end"])
    assert {step["topic"] for step in found["steps"]} >= {"number", "subject", "status", "area"}


def test_all_numbers_of_a_text() -> None:
    text = "2021年，“三高四新”战略带动工业增长5%。"
    found = json.loads(run("--text", text, "--to", "json").stdout)
    assert [each["text"] for each in found] == ["2021年", "“三高四新”", "5%"]
    assert [each["records"] for each in found] == [[], ["g0001"], ["t0001"]]


def test_standard_input_and_who_writes() -> None:
    words = ("-", "--find", "8%", "--jurisdiction", "株洲市", "--year", "2021", "--to", "json")
    (found,) = json.loads(run(*words, stdin="力争地区生产总值增长8%。").stdout)
    (area,) = (step for step in found["steps"] if step["topic"] == "area")
    assert area["says"].startswith("株洲市 430200")


def test_a_file_is_read_as_parse_reads_it(tmp_path: Path) -> None:
    report, meta = tmp_path / "a.txt", tmp_path / "meta.csv"
    report.write_bytes("力争地区生产总值增长8%。".encode("utf-16-be"))
    meta.write_text("file,place,year\na.txt,湘潭市,2019\n", encoding="utf-8")
    words = ("--find", "8%", "--to", "json", "--encoding", "utf-16-be", "--meta", meta)
    (found,) = json.loads(run(report, *words).stdout)
    (area,) = (step for step in found["steps"] if step["topic"] == "area")
    assert area["says"].startswith("湘潭市 430300")
    assert run("--text", "增长8%。", "--meta", meta).exit_code == 2


def test_a_folder_of_several_texts_is_none(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("增长8%。", encoding="utf-8")
    result = run(tmp_path, "--find", "8%")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "more than one text" in " ".join(result.stderr.replace("│", " ").split())
    assert run(tmp_path / "none.txt", "--find", "8%").exit_code == 1


def test_a_pack_of_ones_own(tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    pack.mkdir()
    (pack / "units.jsonl").write_text(
        '{"label": "CLASSIFIER", "pattern": "嘎", "id": "嘎", "meta": {"dimension": "count"}}\n',
        encoding="utf-8",
    )
    words = ("--text", "建成水车3嘎。", "--to", "json")
    (without,) = json.loads(run(*words).stdout)
    (found,) = json.loads(run(*words, "--patterns", f"default,{pack}").stdout)
    assert "without a unit" in without["verdict"]
    assert found["verdict"] == "a numeric fact: t0001"
    (number,) = (step for step in found["steps"] if step["topic"] == "number")
    assert number["sources"] == ["mine/units.jsonl:1"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "name a FILE or give a --text"),
        (("x.txt", "--text", "x"), 2, "and not both"),
        (("x.txt",), 2, "--at OFFSET or --find WORDS"),
        (("--text", "x", "--at", "0", "--find", "x"), 2, "give one of them"),
        (("--text", "工业增长5%", "--at", "99"), 2, "at=99 lies outside the text"),
        (("--text", "工业增长5%", "--find", "农业"), 1, "nowhere says"),
        (("none.txt", "--at", "1"), 1, "none.txt: no such file"),
        (("--text", "x", "--patterns", "nope"), 2, 'no pattern pack "nope"'),
        (("--text", "x", "--to", "xml"), 2, "--to"),
    ],
)
def test_wrong_usage_is_one_clear_message(words: tuple[str, ...], code: int, said: str) -> None:
    result = run(*words)
    assert result.exit_code == code
    assert result.stdout == ""
    assert said in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr
