"""The benchmarks measure what they say; here on little, for their figures are for people."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

import pytest
from contest import Figures, compare
from corpus_help import InlineEngine
from growth import copies, made_up
from kills import killed
from made_reports import rows, short_reports, whole_reports, write
from peers import RECOGNIZERS
from speed import AT_LEAST, BARE, GOVIE, speeds

from govie.corpus import build


def test_reports_differ() -> None:
    assert len(set(islice(short_reports(), 50))) == 50
    assert len(set(islice(whole_reports(), 12))) == 12


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_killed_runs_are_compared_with_an_undisturbed_one(tmp_path: Path) -> None:
    found = killed(tmp_path, number=12, kills=1, outputs=["killed"])
    assert found["kept"]
    assert found["rows"] > 12 * 3  # document, packs and corpus alone make three each


def test_a_row_that_is_missing_is_seen(tmp_path: Path) -> None:
    inputs = write(tmp_path / "in", short_reports(), 2)
    build([inputs], tmp_path / "part", engine=InlineEngine(), limit=1)
    build([inputs], tmp_path / "whole.duckdb", engine=InlineEngine())
    assert rows(tmp_path / "part") != rows(tmp_path / "whole.duckdb")


def test_contestants_run_in_their_processes_and_the_absent_are_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "quantulum3.py").write_text('raise ImportError("not here")\n')
    monkeypatch.syspath_prepend(tmp_path)
    texts = ["2021年，地区生产总值增长8%。\n"] * 3
    figures, absent = compare([GOVIE, BARE, "quantulum3"], texts, rounds=2)
    assert absent == {"quantulum3": "it cannot be loaded (not here)"}
    assert (figures[GOVIE].facts, figures[BARE].facts) == (3, None)
    assert all(0 < found.seconds < 60 for found in figures.values())
    if sys.platform == "linux":
        assert (figures[GOVIE].peak_mb or 0) > 20


def test_every_bar_stands_beside_its_ratio() -> None:
    found = speeds({GOVIE: Figures(0, seconds=2), BARE: Figures(0, seconds=0.9)})
    assert len(found) == len(AT_LEAST)
    bars = {bar["what"].removeprefix("speed over that of "): bar for bar in found}
    assert (bars[BARE]["ratio"], bars[BARE]["kept"]) == (0.45, False)
    assert (bars[RECOGNIZERS]["ratio"], bars[RECOGNIZERS]["kept"]) == (None, None)


def test_names_of_packs_differ_and_are_many() -> None:
    assert len(set(islice(made_up(), 45_000))) == 45_000


def test_copies_take_longer_than_one() -> None:
    assert copies("2021年，地区生产总值增长8%。\n" * 20, 10, rounds=1) > 3
