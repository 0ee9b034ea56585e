from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from govie.errors import GovieError, InputError
from govie.reading import read_text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("增长8%\n".encode(), "增长8%\n"),
        ("增长8%".encode("utf-8-sig"), "增长8%"),
        ("一\r\n二\r三\n".encode(), "一\n二\n三\n"),
        ("𠮷林😀".encode(), "𠮷林😀"),
    ],
)
def test_text_comes_without_mark_and_with_line_feeds(
    tmp_path: Path, data: bytes, text: str
) -> None:
    (tmp_path / "report.txt").write_bytes(data)
    assert read_text(tmp_path / "report.txt") == text
    assert read_text(str(tmp_path / "report.txt")) == text


def test_an_encoding_can_be_given(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes("政府工作報告".encode("big5"))
    assert read_text(tmp_path / "report.txt", encoding="big5") == "政府工作報告"


def test_missing_files_folders_and_archives_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt: no such file"):
        read_text(tmp_path / "none.txt")
    with pytest.raises(InputError, match="is a folder"):
        read_text(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        read_text("a\0b")
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one.txt", "增长8%")
    with pytest.raises(InputError, match=r"a\.zip: is a zip archive"):
        read_text(tmp_path / "a.zip")


def test_input_errors_are_caught_as_built_in_errors_too(tmp_path: Path) -> None:
    assert issubclass(InputError, OSError)
    with pytest.raises(GovieError):
        read_text(tmp_path)
