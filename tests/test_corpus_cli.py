from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from corpus_help import InlineEngine, rows_of, write_reports
from typer.testing import CliRunner, Result

from govie.cli.app import app
from govie.corpus import run as module
from govie.corpus.lock import locked


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["corpus", "build", *map(str, words)])


@pytest.fixture(autouse=True)
def inline(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Workers of this process; the arguments with which they were asked for."""
    asked: list[Any] = []

    def hire(*words: Any) -> tuple[InlineEngine, int]:
        asked.append(words)
        return InlineEngine(), 1

    monkeypatch.setattr(module, "_engine", hire)
    return asked


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    write_reports(tmp_path / "in", 3)
    return tmp_path / "in"


def test_a_corpus_is_no_workbook(reports: Path, tmp_path: Path) -> None:
    result = run(reports, "-o", tmp_path / "out.xlsx")
    assert result.exit_code == 2
    assert "a corpus is a .duckdb file" in " ".join(result.stderr.replace("│", " ").split())
    assert not (tmp_path / "out.xlsx").exists()


def test_it_says_what_was_done_and_then_that_nothing_is_left(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.duckdb"
    first, second = run(reports, "-o", out), run(reports, "-o", out)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout == ""
    assert first.stderr.startswith(f"{out}: 3 files read (")
    assert first.stderr.endswith("0 there already, 0 failed\n")
    assert second.stderr.startswith(f"{out}: 0 files read (0 records, ")
    assert second.stderr.endswith("3 there already, 0 failed\n")
    assert len(rows_of(out)["corpus"]) == 3


def test_options_reach_the_run(reports: Path, tmp_path: Path, inline: list[Any]) -> None:
    words = ["--engine", "ray", "--address", "ray://head:10001", "--workers", "7", "--limit", "2"]
    assert run(reports, "-o", tmp_path / "out", *words).exit_code == 0
    assert inline == [("ray", ("default",), 7, "ray://head:10001")]
    assert len(rows_of(tmp_path / "out")["corpus"]) == 2


def test_failures_are_told_and_written_down(reports: Path, tmp_path: Path) -> None:
    (reports / "empty.txt").touch()
    errors = tmp_path / "errors.jsonl"
    result = run(reports, "-o", tmp_path / "out.duckdb", "--errors", errors)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == f"govie: {reports / 'empty.txt'}: is empty"
    (line,) = errors.read_text("utf-8").splitlines()
    assert json.loads(line) == {"doc": str(reports / "empty.txt"), "reason": "is empty"}


def test_many_failures_do_not_flood_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for i in range(30):
        (tmp_path / f"in/{i:02}.txt").touch()
    result = run(tmp_path / "in", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 22
    assert len((tmp_path / "out/failures.jsonl").read_text("utf-8").splitlines()) == 30


def test_files_that_are_left_out_are_told(reports: Path, tmp_path: Path) -> None:
    (reports / "table.xlsx").touch()
    result = run(reports, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert f"govie: {reports}: 1 file left out (.xlsx)" in result.stderr


def test_the_second_of_two_runs_gives_way_in_one_line(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.duckdb"
    with locked(tmp_path / "out.duckdb.lock", out):
        result = run(reports, "-o", out)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"govie: {out}: another run is writing to it (process ")


@pytest.mark.parametrize(
    "words",
    [["--workers", "0"], ["--patterns", "nowhere"], ["--encoding", "klingon"], ["--engine", "x"]],
)
def test_options_that_cannot_be_are_misuse(words: list[str], reports: Path, tmp_path: Path) -> None:
    result = run(reports, "-o", tmp_path / "out", *words)
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr


def test_a_bar_shows_on_a_terminal(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from io import StringIO

    from govie.cli.corpus_progress import CorpusProgress
    from govie.corpus import build

    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    (reports / "empty.txt").touch()
    with CorpusProgress(None) as progress:
        build([reports], tmp_path / "out", engine=InlineEngine(), watch=progress)
    assert "4/4" in shown.getvalue()
    assert "1 failed" in shown.getvalue()
    assert "empty.txt: is empty" in shown.getvalue().replace("\n", "")
