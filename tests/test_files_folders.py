"""Folders, zip archives, and files that fail among others."""

from __future__ import annotations

import stat
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from made_files import make_docx, make_html, make_pdf, make_zip

import govie
from govie.errors import GovieError, InputError
from govie.files import Source, find

LINE = "地区生产总值增长8%左右，新增就业5万人。"


def names(sources: list[Source], folder: Path) -> list[str]:
    return [Path(source.name).relative_to(folder).as_posix() for source in sources]


def put(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def test_a_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "b/2021.docx": make_docx([LINE]),
            "b/2020.html": make_html([LINE] * 5, "政府工作报告"),
            "a.txt": LINE.encode("gb18030"),
            "c.pdf": make_pdf([LINE]),
            "d.zip": make_zip({"内/报告.txt": LINE.encode()}),
            ".hidden.txt": b"x",
            "~$2021.docx": b"x",
            "__MACOSX/a.txt": b"x",
        },
    )
    sources = govie.read(tmp_path)
    expected = ["a.txt", "c.pdf", "d.zip/内/报告.txt", "b/2020.html", "b/2021.docx"]
    assert names(sources, tmp_path) == expected
    assert all(LINE in source.text for source in sources)


def test_files_of_a_folder_that_are_no_reports_are_left_out_and_told(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": b"x", "meta.csv": b"x", "t.xlsx": b"x", "u.XLSX": b"x"})
    told: list[str] = []
    found = list(find([tmp_path], fail=pytest.fail, tell=told.append))
    assert [entry.place.as_posix() for entry in found] == ["a.txt"]
    assert told == [f"{tmp_path}: 3 files left out (.csv, .xlsx)"]


def test_bad_files_are_named_and_the_others_are_read(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "empty.txt": b"",
            "good.txt": LINE.encode(),
            "locked.pdf": make_pdf([LINE], password="p"),
            "broken.docx": make_docx([LINE])[:500],
            "wrong-name.pdf": make_docx([LINE]),
        },
    )
    problems: list[GovieError] = []
    sources = govie.read(tmp_path, on_error=problems.append)
    assert names(sources, tmp_path) == ["good.txt", "wrong-name.pdf"]
    assert sorted(Path(str(problem).split(": ")[0]).name for problem in problems) == [
        "broken.docx",
        "empty.txt",
        "locked.pdf",
    ]
    with pytest.raises(InputError, match="broken"):
        govie.read(tmp_path)


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        govie.read(tmp_path / "none.txt")
    with pytest.raises(InputError, match="holds no file to read"):
        govie.read(tmp_path)
    (tmp_path / "empty.zip").write_bytes(make_zip({}))
    with pytest.raises(InputError, match=r"empty\.zip: holds no file to read"):
        govie.read(tmp_path / "empty.zip")


class TestZip:
    def archive(self, folder: Path, **members: bytes) -> Path:
        path = folder / "a.zip"
        path.write_bytes(make_zip(members))
        return path

    @pytest.mark.parametrize(
        "name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "C:/evil.txt", "..\\evil.txt"]
    )
    def test_names_that_lead_out_are_refused(self, tmp_path: Path, name: str) -> None:
        path = self.archive(tmp_path, **{name: LINE.encode(), "good.txt": LINE.encode()})
        problems: list[GovieError] = []
        sources = govie.read(path, on_error=problems.append)
        assert [source.name for source in sources] == [f"{path}/good.txt"]
        (problem,) = problems
        assert "leads out of the archive" in str(problem)

    def test_links_are_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "a.zip"
        with ZipFile(path, "w") as archive:
            link = ZipInfo("link.txt")
            link.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(link, "/etc/passwd")
        with pytest.raises(InputError, match="is a link or leads out"):
            govie.read(path)

    def test_names_from_chinese_windows(self, tmp_path: Path) -> None:
        path = tmp_path / "a.zip"
        with ZipFile(path, "w") as archive:
            archive.writestr("placehol.txt", LINE)
        gbk = "株洲报告.txt".encode("gbk")
        path.write_bytes(path.read_bytes().replace(b"placehol.txt", gbk))
        (source,) = govie.read(path)
        assert source.name == f"{path}/株洲报告.txt"

    def test_a_bomb_is_not_set_off(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "a.zip"
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            archive.writestr("big.txt", b"0" * 3000)
            archive.writestr("good.txt", LINE)
        monkeypatch.setattr("govie.files.archives.MOST_BYTES", 2000)
        problems: list[GovieError] = []
        sources = govie.read(path, on_error=problems.append)
        assert [source.text for source in sources] == [LINE]
        assert "is larger than" in str(problems[0])
        monkeypatch.setattr("govie.files.archives.MOST_IN_ALL", 2500)
        with pytest.raises(InputError, match="unpacks to"):
            govie.read(path)
        monkeypatch.setattr("govie.files.archives.MOST_FILES", 1)
        with pytest.raises(InputError, match="more than 1 files"):
            govie.read(path)

    def test_archives_in_archives_and_damaged_members_are_told(self, tmp_path: Path) -> None:
        path = self.archive(
            tmp_path, **{"in.zip": make_zip({"a.txt": b"x"}), "b.txt": b"12345678", "c.txt": b"c"}
        )
        path.write_bytes(path.read_bytes().replace(b"12345678", b"12345679", 1))
        problems: list[GovieError] = []
        assert [source.text for source in govie.read(path, on_error=problems.append)] == ["c"]
        told = sorted(str(problem) for problem in problems)
        assert f"{path}/b.txt: is damaged in its archive" in told[0]
        assert f"{path}/in.zip: is a zip archive within an archive" in told[1]

    def test_a_file_with_a_password_is_told(self, tmp_path: Path) -> None:
        path = self.archive(tmp_path, **{"a.txt": b"x"})
        data = bytearray(path.read_bytes())
        for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            data[data.index(signature) + flags] |= 1
        path.write_bytes(bytes(data))
        with pytest.raises(InputError, match=r"a\.zip/a\.txt: is encrypted with a password"):
            govie.read(path)
