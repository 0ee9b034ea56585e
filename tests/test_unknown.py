"""Jurisdictions that are not known are told, with the names that were probably meant."""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from typer.testing import CliRunner

import govie
from govie.cli.app import app
from govie.sections.unknown import said_of_unknown


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("株州市", "did you mean 株洲市?"),
        ("湖南省株州市", "did you mean 株洲市?"),
        ("荷糖区", "did you mean 荷塘区?"),
        ("长少市", "长沙市"),
        ("乌鲁木其市", "乌鲁木齐市"),
        ("博尔塔拉蒙古自治洲", "博尔塔拉蒙古自治州"),
    ],
)
def test_a_slip_of_the_pen_is_told_with_what_was_meant(name: str, meant: str) -> None:
    said = said_of_unknown(name)
    assert said is not None
    assert repr(name) in said
    assert meant in said


def test_where_nothing_is_near_nothing_is_guessed() -> None:
    said = said_of_unknown("云田镇")
    assert said == "no division from county level up is known as '云田镇'; records get no code"


def test_a_name_of_several_divisions_wants_a_code() -> None:
    said = said_of_unknown("朝阳区")
    assert said is not None
    assert "北京市朝阳区 110105" in said
    assert "give the code" in said


@pytest.mark.parametrize(
    "name", ["株洲市", "株洲", "株洲县", "湖南省株洲市天元区", "430211", "全国", "北京", " ", ""]
)
def test_what_is_known_is_no_matter(name: str) -> None:
    assert said_of_unknown(name) is None


class TestInPython:
    def test_parse_and_pipe_warn_in_the_name_of_the_caller(self) -> None:
        with pytest.warns(govie.InputWarning, match="株洲市") as told:
            doc = govie.parse("力争工业增长5%。", jurisdiction="株州市", year=2021)
        assert [Path(warning.filename) for warning in told] == [Path(__file__)]
        assert doc._.govie.jurisdiction == "株州市"
        with pytest.warns(govie.InputWarning, match="株洲市") as told:
            assert len(list(govie.pipe(["工业", "农业"], jurisdiction="株州市"))) == 2
        assert [Path(warning.filename) for warning in told] == [Path(__file__)]

    def test_a_division_of_a_pack_of_ones_own_is_known(self, tmp_path: Path) -> None:
        (tmp_path / "places").mkdir()
        line = {"label": "prefecture", "pattern": "火星市", "id": "439900"}
        (tmp_path / "places/divisions.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            doc = govie.parse(
                "工业增长5%。", jurisdiction="火星市", patterns=["default", str(tmp_path)]
            )
        assert doc._.govie.documents[0].adcode == "439900"
        with pytest.warns(govie.InputWarning, match="火星市"):
            govie.parse("工业增长5%。", jurisdiction="火星市")


class TestOnTheCommandLine:
    @pytest.fixture
    def files(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        for name in ("a.txt", "b.txt"):
            Path(name).write_text("力争工业增长5%。", encoding="utf-8")
        Path("meta.csv").write_text("file,place\na.txt,火星市\nb.txt,株洲市\n", encoding="utf-8")

    def told(self, *words: str) -> list[str]:
        done = CliRunner().invoke(app, list(words))
        assert done.exit_code == 0
        return done.stderr.splitlines()

    @pytest.mark.usefixtures("files")
    def test_an_option_is_told_once(self) -> None:
        (line,) = self.told("parse", "a.txt", "b.txt", "--jurisdiction", "株州市")
        assert line.startswith("govie: --jurisdiction: no division")
        assert "株洲市" in line

    @pytest.mark.usefixtures("files")
    @pytest.mark.parametrize("verb", ["parse", "corpus"])
    def test_a_table_is_told_with_its_line(self, verb: str) -> None:
        words = ["parse"] if verb == "parse" else ["corpus", "build", "-o", "out", "--workers", "1"]
        said = self.told(*words, "a.txt", "b.txt", "--meta", "meta.csv")
        lines = [line for line in said if "meta.csv" in line]
        assert [line.split(": no division")[0] for line in lines] == ["govie: meta.csv:2"]

    def test_explain_tells_it_in_a_line_of_ours(self) -> None:
        words = [sys.executable, "-m", "govie", "explain", "--text", "力争工业增长5%。"]
        done = subprocess.run([*words, "--jurisdiction", "株州市"], capture_output=True)
        (line,) = done.stderr.decode().splitlines()
        assert line.startswith("govie: jurisdiction: no division")
