"""What a file is, by its content; what is no report is named for what it is."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import make_docx, make_html, make_pdf, make_zip

from govie.errors import InputError, MissingExtraError
from govie.files.reader import read_bytes


def workbook() -> bytes:
    file = io.BytesIO()
    openpyxl.Workbook().save(file)
    return file.getvalue()


def test_content_counts_and_the_name_does_not() -> None:
    line = "地区生产总值增长8%左右，新增就业5万人。"
    made = {
        "text": line.encode(),
        "docx": make_docx([line]),
        "pdf": make_pdf([line]),
        "html": make_html([line] * 5, "政府工作报告"),
    }
    for kind, data in made.items():
        source = read_bytes(data, "report.xyz")
        assert source.kind == kind
        assert line in source.text
        assert (source.encoding is None) == (kind in ("docx", "pdf"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t", "holds no text"),
        ("\ufeff".encode(), "holds no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Office document"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "is encrypted with a password",
        ),
        (b"{\\rtf1 ...", "Rich Text document"),
        (b"\x1f\x8b\x08", "gzip archive"),
        (b"Rar!\x1a\x07", "RAR archive"),
        (b"\x89PNG\r\n", "is an image"),
        (workbook(), "Excel workbook"),
        (make_zip({"OFD.xml": b"<ofd/>"}), "OFD document"),
        (make_zip({"a.txt": b"x"}), "zip archive within an archive or a stream"),
        (b"PK\x03\x04 broken off", "damaged zip archive or .docx"),
        (make_docx(["一"])[:900], "damaged zip archive or .docx"),
        (make_zip({"word/document.xml": b"<w:document"}), "damaged .docx"),
        (b"%PDF-1.7\nnothing", "damaged PDF"),
        (make_pdf(["一"], password="secret"), "is encrypted with a password"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;\n", "web archive"),
        (b"<html><body></body></html>", "holds no text|without a text"),
    ],
)
def test_what_cannot_be_read_is_named_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read_bytes(data, "folder/report.txt")
    told = str(caught.value)
    assert told.startswith("folder/report.txt: ")
    assert "\n" not in told


def test_a_word_document_that_unpacks_to_a_mountain_is_refused() -> None:
    file = io.BytesIO()
    with ZipFile(file, "w", compression=8) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * (101 * 2**20))
    with pytest.raises(InputError, match="unpacks to 101 MB; at most 100 MB"):
        read_bytes(file.getvalue(), "bomb.docx")


def test_a_missing_library_is_told_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = make_docx(["一"])
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(MissingExtraError, match=r'pip install "govie\[files\]"'):
        read_bytes(data, "x")


def test_text_needs_no_extra(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    for module in ("docx", "pypdfium2", "trafilatura", "charset_normalizer"):
        monkeypatch.setitem(__import__("sys").modules, module, None)
    text = (root / "seeds/zhuzhou-2021.txt").read_text(encoding="utf-8-sig")
    for encoding in ("utf-8", "gb18030", "utf-16"):
        assert read_bytes(text.encode(encoding), "x").text == text


_GOOD = [
    make_docx(["一、今年地区生产总值增长8%左右。"] * 9),
    make_pdf(["一、今年地区生产总值增长8%左右。"] * 9),
    make_html(["一、今年地区生产总值增长8%左右。"] * 9, "政府工作报告", "gb2312"),
]


@settings(max_examples=60)
@given(
    data=st.sampled_from(_GOOD),
    hits=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=4)), min_size=1),
)
def test_a_damaged_file_is_read_or_refused_in_one_line(
    data: bytes, hits: list[tuple[float, bytes]]
) -> None:
    damaged = bytearray(data)
    for where, put in hits:
        at = int(where * len(damaged))
        damaged[at : at + 3] = put
    told = ""
    try:
        read_bytes(bytes(damaged), "x")
    except InputError as error:
        told = str(error)
    assert "\n" not in told
