from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from govie.cli.app import app

REPORT = "株洲市2021年政府工作报告\n2021年，地区生产总值增长8%以上。\n"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["view", *map(str, words)])


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


def test_a_report_becomes_a_page(report: Path, tmp_path: Path) -> None:
    done = run(report, "-o", tmp_path / "page.html")
    assert (done.exit_code, done.output) == (0, "")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<title>株洲市 2021 · govie</title>" in page
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.html", "report.txt"]


def test_a_pipe_takes_the_page(report: Path) -> None:
    assert run(report).stdout.startswith("<!doctype html>")


def test_several_reports_become_charts(root: Path, tmp_path: Path) -> None:
    seeds = [root / f"seeds/zhuzhou-{year}.txt" for year in (2020, 2021)]
    assert run("--panel", *seeds, "-o", tmp_path / "panel.html").exit_code == 0
    assert "<svg" in (tmp_path / "panel.html").read_text(encoding="utf-8")


def test_a_page_shows_one_report(report: Path, tmp_path: Path) -> None:
    done = run(report, report, "-o", tmp_path / "page.html")
    assert done.exit_code == 2
    assert "--panel takes several" in done.stderr
    assert not (tmp_path / "page.html").exists()


def test_a_page_goes_to_no_file_of_another_kind(report: Path, tmp_path: Path) -> None:
    done = run(report, "-o", tmp_path / "page.pdf")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "it ends in .html" in " ".join(done.stderr.replace("│", " ").split())
    assert not (tmp_path / "page.pdf").exists()


def test_failures_are_told_in_a_line(report: Path, tmp_path: Path) -> None:
    missing = run(tmp_path / "none.txt", "-o", tmp_path / "page.html")
    assert (missing.exit_code, len(missing.stderr.splitlines())) == (1, 1)
    assert not (tmp_path / "page.html").exists()
    folder = run(report, "-o", tmp_path)
    assert (folder.exit_code, folder.stdout) == (1, "")
    assert "is a folder" in folder.stderr
