from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

import govie
from govie.cli.app import app
from govie.cli.progress import Progress

REPORT = """2021年政府工作报告

——2021年1月18日在株洲市第十五届人民代表大会第五次会议上

各位代表：

一、2021年主要预期目标

地区生产总值增长8%左右，城镇新增就业5万人以上。
"""


def run(*words: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=stdin)


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


class TestTable:
    def test_it_shows_what_zhuzhou_promised_for_2021(self, root: Path) -> None:
        result = run("parse", root / "seeds/zhuzhou-2021.txt", "--only", "targets")
        assert result.exit_code == 0
        title, header, *_ = result.stdout.splitlines()
        assert title.startswith("株洲市 2021 · ")
        assert header.split() == ["indicator", "value", "measure", "period", "place", "status"]
        (growth,) = (line for line in result.stdout.splitlines() if line.startswith("经济 "))
        assert growth.split() == ["经济", "≈", "8%", "growth", "↑", "2021", "株洲市", "target"]
        assert "主要预期目标是：经济增长8%左右，地方一般公共预算收入增长5%，" in result.stdout
        assert " actual" not in result.stdout

    def test_mentions_are_told_from_what_they_name(self) -> None:
        text = "株洲市推进“三高四新”战略。株洲市、湖南省落实“三高四新”战略。"
        told = run("parse", "-", "--only", "places,programs", stdin=text).stdout
        assert "3 mentions of 2 places" in told
        assert "2 mentions of 1 programme\n" in told

    def test_it_keeps_to_100_columns(self, root: Path) -> None:
        from rich.cells import cell_len

        lines = run("parse", *sorted((root / "seeds").glob("*.txt"))).stdout.splitlines()
        assert len(lines) > 500
        assert max(map(cell_len, lines)) <= 100

    def test_a_narrow_terminal_keeps_all_columns(self, report: Path) -> None:
        shown = CliRunner().invoke(app, ["parse", str(report)], env={"COLUMNS": "50"}).stdout
        table = shown[shown.index("indic") :].splitlines()
        assert table[0].split()[-1] == "status"
        assert sum(line.endswith("target") for line in table) == 2
        assert max(map(cell_len, table)) <= 50

    def test_sentences_can_be_left_out(self, report: Path) -> None:
        assert "地区生产总值增长8%左右，" in run("parse", report).stdout
        assert "地区生产总值增长8%左右，" not in run("parse", report, "--no-sentences").stdout

    def test_numbers_of_a_long_sentence_are_not_cut_at_the_end_of_a_line(
        self, tmp_path: Path
    ) -> None:
        file = tmp_path / "long.txt"
        file.write_text("".join(f"工业增长{n}.25%，" for n in range(10, 40)), encoding="utf-8")
        told = run("parse", file).stdout
        assert all(f"{n}.25%，" in told for n in range(10, 40))

    def test_every_kind_has_a_table(self, root: Path) -> None:
        kinds = "places,programs,terms,sections,documents"
        told = run("parse", root / "seeds/hetang-2021.txt", "--only", kinds).stdout
        for column in ("place", "programme", "term", "section", "title"):
            assert any(column in line.split() for line in told.splitlines()), column
        assert "1 document\n" in told
        assert "430202" in told

    def test_a_text_without_facts_is_no_failure(self, tmp_path: Path) -> None:
        (tmp_path / "bare.txt").write_text("谢谢大家！", encoding="utf-8")
        result = run("parse", tmp_path / "bare.txt")
        assert result.exit_code == 0
        assert "no records" in result.stdout


class TestJson:
    def test_lines_hold_all_types_with_offsets_into_the_text(self, root: Path) -> None:
        file = root / "seeds/hetang-2021.txt"
        text = file.read_text(encoding="utf-8-sig")
        found = records(run("parse", file, "--to", "jsonl"))
        types = {"document", "section", "place", "program", "numeric", "term"}
        assert types <= {record["type"] for record in found}
        assert {record["doc"] for record in found} == {str(file)}
        assert [r for r in found if text[r["start"] : r["end"]] != r["text"]] == []

    def test_offsets_leave_out_the_mark_and_count_a_line_end_once(
        self, report: Path, tmp_path: Path
    ) -> None:
        dressed = tmp_path / "dressed.txt"
        dressed.write_bytes(REPORT.replace("\n", "\r\n").encode("utf-8-sig"))
        plain = records(run("parse", report, "--to", "jsonl"))
        found = records(run("parse", dressed, "--to", "jsonl"))
        assert [{**r, "doc": ""} for r in found] == [{**r, "doc": ""} for r in plain]

    def test_amounts_are_strings(self, report: Path) -> None:
        facts = records(run("parse", report, "--to", "jsonl", "--only", "numeric"))
        assert [(r["value"], r["unit"]) for r in facts] == [("8", "%"), ("50000", "人")]

    def test_only_picks_kinds(self, root: Path) -> None:
        seed = root / "seeds/zhuzhou-2021.txt"
        names = records(run("parse", seed, "--to", "jsonl", "--only", "places, terms"))
        assert {record["type"] for record in names} == {"place", "term"}
        targets = records(run("parse", seed, "--to", "jsonl", "--only", "targets"))
        assert {record["status"] for record in targets} == {"target"}

    def test_json_is_an_array_of_files_however_many_there_are(self, report: Path) -> None:
        (alone,) = json.loads(run("parse", report, "--to", "json").stdout)
        both = json.loads(run("parse", report, report, "--to", "json").stdout)
        assert both == [alone, alone]
        assert (alone["doc"], alone["jurisdiction"], alone["year"]) == (str(report), "株洲市", 2021)
        lines = records(run("parse", report, "--to", "jsonl"))
        assert [{"doc": str(report), **record} for record in alone["records"]] == lines

    def test_an_array_of_no_files_is_still_one(self, tmp_path: Path) -> None:
        result = run("parse", tmp_path / "none", "--to", "json")
        assert (result.exit_code, json.loads(result.stdout)) == (1, [])

    def test_standard_input(self, report: Path) -> None:
        piped = records(run("parse", "-", "--to", "jsonl", stdin=REPORT))
        assert {record["doc"] for record in piped} == {"-"}
        assert len(piped) == len(records(run("parse", report, "--to", "jsonl")))

    def test_jurisdiction_and_year_can_be_given(self) -> None:
        words = ("parse", "-", "--to", "jsonl", "--jurisdiction", "株洲市", "--year", "2021")
        found = records(run(*words, stdin="今年的预期目标是：地区生产总值增长8%左右。"))
        (fact,) = (record for record in found if record["type"] == "numeric")
        assert (fact["place"], fact["adcode"], fact["period_end"]) == ("株洲市", "430200", "2021")


class TestFailures:
    def test_a_failed_file_is_named_and_the_others_are_printed(
        self, report: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "binary").write_bytes(b"\x00\x01\x02")
        (tmp_path / "empty.txt").write_bytes(b"")
        (tmp_path / "folder").mkdir()
        bad = [tmp_path / name for name in ("none.txt", "folder", "binary", "empty.txt")]
        result = run("parse", *bad, report, "--to", "jsonl")
        assert result.exit_code == 1
        assert {record["doc"] for record in records(result)} == {str(report)}
        told = result.stderr.splitlines()
        assert len(told) == len(bad)
        for line, file in zip(told, bad, strict=True):
            assert line.startswith(f"govie: {file}: ")

    def test_a_fault_of_ours_costs_one_file_only(
        self, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from govie import pipeline

        def parse(text: str, **given: Any) -> Any:
            if "bad" in text:
                raise RuntimeError("no such luck")
            return pipeline.parse(text, **given)

        monkeypatch.setattr(govie, "parse", parse, raising=False)
        (tmp_path / "bad.txt").write_text("bad")
        result = run("parse", tmp_path / "bad.txt", report, "--to", "jsonl")
        assert result.exit_code == 1
        assert {record["doc"] for record in records(result)} == {str(report)}
        (line,) = result.stderr.splitlines()
        assert "bad.txt: a fault of govie, please report it (test_cli.py:" in line
        assert line.endswith(": RuntimeError: no such luck)")

    @pytest.mark.parametrize(
        "words",
        [
            ("parse",),
            ("parse", "x", "--to", "xml"),
            ("parse", "x", "--only", "goals"),
            ("parse", "x", "--year", "21"),
            ("parse", "x", "--colour"),
            ("prase", "x"),
            ("places",),
        ],
    )
    def test_wrong_usage(self, words: tuple[str, ...]) -> None:
        result = run(*words)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert "Error: " in result.stderr

    def test_a_kind_that_is_none_brings_the_list(self) -> None:
        assert "the kinds are targets, actuals, numeric" in run("parse", "x", "--only", "a").stderr


class TestPlaces:
    def test_a_name_with_a_code_and_parents(self) -> None:
        told = run("places", "天元区").stdout
        assert "430211  湖南省株洲市天元区  (county)" in told
        assert "in 株洲市 430200, 湖南省 430000" in told

    def test_a_former_name_leads_to_its_successor(self) -> None:
        told = run("places", "株洲县").stdout
        assert "430212" in told
        assert "株洲县" in told
        assert "until 2018" in told

    def test_a_jurisdiction_settles_a_name_of_many(self) -> None:
        open_name = run("places", "朝阳区").stdout
        assert "110105" in open_name
        assert "220104" in open_name
        settled = run("places", "朝阳区", "--in", "长春市", "--json").stdout
        assert json.loads(settled)["division"]["code"] == "220104"

    def test_an_unknown_name_or_jurisdiction(self) -> None:
        unknown = run("places", "无此县")
        assert (unknown.exit_code, unknown.stdout) == (1, "")
        assert "无此县" in unknown.stderr
        assert run("places", "朝阳区", "--in", "无此县").exit_code == 2


class TestProcess:
    """What only a process of its own shows."""

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "govie", *words]

    def test_help_and_version_load_nothing_heavy(self) -> None:
        code = (
            "import sys; import govie.cli.app; "
            "print([m for m in ('spacy', 'numpy', 'rich.console') if m in sys.modules])"
        )
        shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert shown.stdout == "[]\n"
        version = subprocess.run(self.command("--version"), capture_output=True, text=True)
        assert version.stdout == f"govie {govie.__version__}\n"

    def test_a_reader_that_leaves_is_no_error(self, root: Path) -> None:
        shell = f"'{sys.executable}' -m govie parse seeds/*.txt --to jsonl | head -n 1"
        done = subprocess.run(shell, shell=True, cwd=root, capture_output=True, text=True)
        assert json.loads(done.stdout)["doc"] == "seeds/changsha-web-page.txt"
        assert done.stderr == ""

    def test_output_is_utf8_under_any_locale(self, report: Path) -> None:
        environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
        done = subprocess.run(
            self.command("parse", str(report)), env=environment, capture_output=True
        )
        assert "≈ 8%" in done.stdout.decode("utf-8")


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


class TestProgress:
    def test_several_files_show_a_bar_on_a_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stderr", terminal := Terminal())
        with Progress(2) as progress:
            progress.advance()
            progress.say("govie: none.txt: no such file")
            progress.advance()
        shown = terminal.getvalue()
        assert "1/2" in shown
        assert "2/2" in shown
        assert "\ngovie: none.txt: no such file\n" in re.sub(
            r"\x1b\[[0-9;?]*[A-Za-z]|\r", "\n", shown
        )

    @pytest.mark.parametrize(("total", "stream"), [(5, io.StringIO()), (1, Terminal())])
    def test_no_bar_for_one_file_or_where_nobody_looks(
        self, total: int, stream: io.StringIO, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stderr", stream)
        with Progress(total) as progress, progress.paused():
            progress.advance()
        assert stream.getvalue() == ""

    def test_the_bar_gives_way_to_results_on_the_same_terminal(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        monkeypatch.setattr(sys, "stdout", terminal)
        with Progress(2) as progress, progress.paused():
            before = terminal.getvalue()
            time.sleep(0.3)  # the bar would be drawn again three times
            assert terminal.getvalue() == before
