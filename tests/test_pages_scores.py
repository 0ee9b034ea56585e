from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from govie.cli.app import app
from govie.errors import InputError
from govie.pages.scores import read_marks, score, wilson

RECORD = {"indicator": "地区生产总值", "value": "8", "unit": "%", "status": "target", "hedge": None}


def mark(key: str, verdict: str, **fields: Any) -> dict[str, Any]:
    plain = {"key": key, "type": "numeric", "verdict": verdict, "record": RECORD}
    return {**plain, "fields": fields} if fields else plain


def save(path: Path, *marks: dict[str, Any], document: str = "d1") -> Path:
    plain = {"govie_marks": 1, "document": document, "marks": list(marks)}
    path.write_text(json.dumps(plain), encoding="utf-8")
    return path


class TestWilson:
    @pytest.mark.parametrize(
        ("right", "checked", "low", "high"),
        # R: prop.test(right, checked, correct = FALSE)$conf.int
        [(9, 10, 0.596, 0.982), (10, 10, 0.722, 1.0), (0, 10, 0.0, 0.278), (81, 263, 0.255, 0.366)],
    )
    def test_known_intervals(self, right: int, checked: int, low: float, high: float) -> None:
        assert wilson(right, checked) == (
            pytest.approx(low, abs=6e-4),
            pytest.approx(high, abs=6e-4),
        )


class TestScore:
    def counts(self, *paths: Path) -> dict[str, tuple[int, int]]:
        found = score(each for path in paths for each in read_marks(path))
        return {each.field: (each.right, each.checked) for each in found}

    def test_fields_are_counted_over_the_facts_that_are_some(self, tmp_path: Path) -> None:
        file = save(
            tmp_path / "a.json",
            mark("k1", "right"),
            mark("k2", "wrong"),
            mark("k3", "corrected", value="9"),
            mark("k4", "corrected", hedge="左右", unit=None),
        )
        assert self.counts(file) == {
            "fact": (3, 4),
            "all fields": (1, 4),
            "indicator": (3, 3),
            "value": (2, 3),
            "unit": (2, 3),
            "hedge": (0, 1),  # nothing was read and something ought to have been
            "status": (3, 3),
        }

    def test_the_last_mark_on_a_fact_counts(self, tmp_path: Path) -> None:
        first = save(tmp_path / "a.json", mark("k1", "wrong"))
        second = save(tmp_path / "b.json", mark("k1", "right"))
        other = save(tmp_path / "c.json", mark("k1", "wrong"), document="d2")
        assert self.counts(first, second)["fact"] == (1, 1)
        assert self.counts(second, first)["fact"] == (0, 1)
        assert self.counts(second, other)["fact"] == (1, 2)


class TestFiles:
    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ("no JSON", "is no JSON"),
            ("[]", "holds no marks"),
            ('{"marks": []}', "holds no marks"),
            ('{"govie_marks": 2}', "marks of version 2"),
            ('{"govie_marks": 1, "document": "d"}', "is not whole"),
            ('{"govie_marks": 1, "document": "d", "marks": [{"key": "k"}]}', "is not whole"),
            ('{"govie_marks": 1, "document": "d", "marks": 5}', "is not whole"),
        ],
    )
    def test_what_is_no_marks_file(self, tmp_path: Path, content: str, told: str) -> None:
        file = tmp_path / "marks.json"
        file.write_text(content, encoding="utf-8")
        with pytest.raises(InputError, match=f"marks.json: .*{told}"):
            read_marks(file)

    def test_verdicts_and_types_are_checked(self, tmp_path: Path) -> None:
        for wrong in (mark("k", "perhaps"), {**mark("k", "right"), "type": "place"}):
            with pytest.raises(InputError, match="not whole"):
                read_marks(save(tmp_path / "m.json", wrong))

    def test_no_such_file(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="no such file"):
            read_marks(tmp_path / "none.json")


class TestVerb:
    def run(self, *words: str | Path) -> Any:
        return CliRunner().invoke(app, ["score", *map(str, words)])

    def test_a_table_of_fields(self, tmp_path: Path) -> None:
        first = save(tmp_path / "a.json", *(mark(f"k{i}", "right") for i in range(9)))
        second = save(tmp_path / "b.json", mark("k10", "wrong"))
        done = self.run("--marks", first, second)
        assert done.exit_code == 0
        lines = [line.split() for line in done.stdout.splitlines()]
        assert ["fact", "9", "10", "90.0%", "59.6%", "–", "98.2%"] in lines
        assert ["unit", "9", "9", "100.0%", "70.1%", "–", "100.0%"] in lines

    def test_json(self, tmp_path: Path) -> None:
        done = self.run("--marks", save(tmp_path / "a.json", mark("k1", "right")), "--json")
        fact, *_ = json.loads(done.stdout)
        assert (fact["field"], fact["right"], fact["checked"], fact["precision"]) == (
            "fact",
            1,
            1,
            1.0,
        )

    def test_failures(self, tmp_path: Path) -> None:
        assert self.run().exit_code == 2
        missing = self.run("--marks", tmp_path / "none.json")
        assert (missing.exit_code, missing.stdout) == (1, "")
        assert "none.json: no such file" in missing.stderr
        empty = self.run("--marks", save(tmp_path / "a.json"))
        assert "no fact is marked" in empty.stderr
