from __future__ import annotations

from pathlib import Path

import pytest

from govie.errors import GovieError, InputError
from govie.reading import decode, read_text


def written(folder: Path, data: bytes) -> Path:
    file = folder / "report.txt"
    file.write_bytes(data)
    return file


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("增长8%\n".encode(), "增长8%\n"),
        ("增长8%".encode("utf-8-sig"), "增长8%"),
        ("一\r\n二\r三\n".encode(), "一\n二\n三\n"),
        (b"", ""),
        ("𠮷林😀".encode(), "𠮷林😀"),
    ],
)
def test_text_is_utf8_without_mark_and_with_line_feeds(
    tmp_path: Path, data: bytes, text: str
) -> None:
    assert read_text(written(tmp_path, data)) == text
    assert decode(data, "x") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("政府工作报告".encode("gb18030"), "may be GB18030; convert it with: iconv -f GB18030"),
        ("政府工作报告".encode("utf-16"), "is UTF-16, not UTF-8"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "holds binary data"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04 ...", "Office document (.docx, .xlsx)"),
        (b"\x80\xff", "holds no UTF-8 text (byte 0x80 at 0)"),
    ],
)
def test_what_is_no_text_is_named_for_what_it_is(tmp_path: Path, data: bytes, message: str) -> None:
    file = written(tmp_path, data)
    with pytest.raises(InputError) as caught:
        read_text(file)
    assert str(caught.value).startswith(f"{file}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt: no such file"):
        read_text(tmp_path / "none.txt")
    with pytest.raises(InputError, match="is a folder"):
        read_text(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        read_text("a\0b")


def test_input_errors_are_caught_as_built_in_errors_too(tmp_path: Path) -> None:
    assert issubclass(InputError, OSError)
    with pytest.raises(GovieError):
        read_text(tmp_path)
