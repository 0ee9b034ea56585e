"""``docs/scale.md``: its commands and snippets are run in one folder."""

from __future__ import annotations

import os
import re
import shlex
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from corpus_help import InlineEngine, rows_of, write_reports
from typer.testing import CliRunner

from govie.cli.app import app
from govie.corpus import run as module

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with reports."""
    write_reports(tmp_path / "reports", 3, text="2021年，力争地区生产总值增长8%。")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Workers of this process; the engines and addresses that were asked for."""
    asked: list[Any] = []

    def hire(name: str, _: Any, __: Any, address: str | None) -> tuple[InlineEngine, int]:
        asked.append((name, address))
        return InlineEngine(), 1

    monkeypatch.setattr(module, "_engine", hire)
    return asked


def blocks(root: Path, language: str) -> list[str]:
    text = (root / "docs/scale.md").read_text(encoding="utf-8")
    return [block for kind, block in BLOCK.findall(text) if kind == language]


def run(commands: str) -> list[str]:
    """Run all lines; what they say at the end."""
    said = []
    for line in commands.splitlines():
        result = CliRunner().invoke(app, shlex.split(line, comments=True)[1:])
        assert result.exit_code == 0, result.output
        said.append(result.stderr.splitlines()[-1])
    return said


def test_on_one_machine(
    root: Path, here: Path, asked: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    first, again, *_ = run(blocks(root, "bash")[0])
    assert first.startswith("corpus.duckdb: 3 files read")
    assert "0 files read" in again
    assert "3 there already" in again
    assert (here / "errors.jsonl").read_text("utf-8") == ""
    assert rows_of(here / "parquet") == rows_of(here / "corpus.duckdb")
    assert {name for name, _ in asked} == {"local"}
    exec(blocks(root, "python")[0], {})
    from_duckdb, from_parquet = capsys.readouterr().out.splitlines()
    assert from_duckdb == from_parquet
    assert from_duckdb.count("株洲市") == 3


def test_on_a_cluster(root: Path, here: Path, asked: list[Any]) -> None:
    first, _ = run(blocks(root, "bash")[1])
    assert first.startswith("parquet: 3 files read")
    assert asked == [("ray", "ray://head:10001"), ("ray", "auto")]


def test_the_extra_has_what_its_addresses_need(root: Path) -> None:
    """``ray://`` is spoken by Ray's client, which Ray's own extra ``data`` does not bring."""
    extra = re.search(
        r"^ray = \[\"ray\[(.*?)\]", (root / "pyproject.toml").read_text("utf-8"), re.MULTILINE
    )
    assert extra is not None
    assert "--address ray://" in "".join(blocks(root, "bash"))
    assert set(extra[1].split(",")) == {"client", "data"}


@pytest.mark.skipif(
    find_spec("ray") is None and "CI" not in os.environ,
    reason='Ray is not installed: pip install "govie[ray]"',
)
def test_a_dataset(root: Path, here: Path) -> None:
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error")
    try:
        ray.data.DataContext.get_current().enable_progress_bars = False
        exec(blocks(root, "python")[1], {})
    finally:
        ray.shutdown()
    import duckdb

    with duckdb.connect() as base:
        found = base.execute("SELECT doc, value_text FROM 'facts/*.parquet'").fetchall()
    assert found == [("a", "8")]
