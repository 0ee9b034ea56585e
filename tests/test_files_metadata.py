from __future__ import annotations

from pathlib import Path

import pytest

import govie
from govie.errors import InputError
from govie.files.metadata import read_metadata


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "meta.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_tables_as_excel_writes_them(tmp_path: Path, encoding: str, mark: str) -> None:
    lines = ["年份,地区,文件,备注", "2021年,株洲市,a.txt,x", "2020.0,,b/c.txt,", ",,,"]
    text = "\r\n".join(lines).replace(",", mark)
    found = read_metadata(table(tmp_path, text, encoding))
    rows = [found.row_of(name) for name in ("a.txt", "x/b/c.txt", "c.txt")]
    assert [row and (row.place, row.year) for row in rows] == [("株洲市", 2021), (None, 2020), None]


def test_the_longest_end_of_a_path_counts(tmp_path: Path) -> None:
    found = read_metadata(table(tmp_path, "file,year\nr.txt,2001\n2002/r.txt,2002\n"))
    assert found.row_of("data/2002/r.txt").year == 2002  # type: ignore[union-attr]
    assert found.row_of("data/2001/r.txt").year == 2001  # type: ignore[union-attr]
    assert found.row_of("other.txt") is None


def test_a_row_is_not_taken_for_two_files(tmp_path: Path) -> None:
    found = read_metadata(table(tmp_path, "file,year\nr.txt,2001\n"))
    found.row_of("a/r.txt")
    with pytest.raises(InputError, match=r"b/r\.txt: .*meta\.csv:2 may mean this file or a/r\.txt"):
        found.row_of("b/r.txt")


def test_all_faults_are_told_with_their_lines(tmp_path: Path) -> None:
    text = "file,place,year,encoding\na.txt,,last,\n,x,,\nb.txt,,,utf-9\nc.txt,,,\nc.txt,,,\n"
    with pytest.raises(InputError) as caught:
        read_metadata(table(tmp_path, text))
    told = [line.partition("meta.csv:")[2] for line in str(caught.value).split("\n")]
    assert [line.split(":")[0] for line in told] == ["2", "3", "4", "6"]
    assert "'last' is no year" in told[0]
    assert "no file is named" in told[1]
    assert "'utf-9'" in told[2]
    assert "stands in line 5 already" in told[3]
    with pytest.raises(InputError, match="no column is headed file"):
        read_metadata(table(tmp_path, "name,year\n"))


def test_it_beats_what_the_text_and_the_caller_say(tmp_path: Path) -> None:
    text = "株洲市2021年政府工作报告\n今年地区生产总值增长8%左右。"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes("增長8%。".encode("big5"))
    meta = table(tmp_path, "file,place,year,encoding\na.txt,湘潭市,2019,\nb.txt,,,big5\n")
    first, second = govie.read(tmp_path, meta=meta)
    assert (first.jurisdiction, first.year) == ("湘潭市", 2019)
    report = first.parse(jurisdiction="长沙市", year=2015)._.govie
    assert (report.jurisdiction, report.year) == ("湘潭市", 2019)
    assert (second.text, second.encoding_from) == ("增長8%。", "given")
