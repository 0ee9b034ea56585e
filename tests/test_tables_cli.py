"""``govie parse`` with files of every kind and results of every form."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from made_files import make_docx, make_html, make_pdf, make_zip
from typer.testing import CliRunner, Result

from govie.cli.app import app

LINES = [
    "株洲市2021年政府工作报告",
    "各位代表：",
    "今年的预期目标是：地区生产总值增长8%左右，城镇新增就业5万人以上，固定资产投资增长9%。",
    "我们要坚定信心，攻坚克难，奋力谱写新篇章，为全面建设社会主义现代化而不懈奋斗。",
]


def run(*words: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=stdin)


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def said(record: dict[str, Any]) -> tuple[str, ...]:
    return tuple(str(record[key]) for key in ("value", "unit", "comparator", "place", "period_end"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    text = "\n".join(LINES)
    (folder / "a.txt").write_bytes(text.encode("gb18030"))
    (folder / "b.docx").write_bytes(make_docx(LINES))
    (folder / "c.pdf").write_bytes(make_pdf(LINES))
    (folder / "d.htm").write_bytes(make_html(LINES, LINES[0]))
    (folder / "e.zip").write_bytes(make_zip({"内/f.txt": text.encode()}))
    return folder


def test_every_kind_of_file_in_one_folder(folder: Path) -> None:
    result = run("parse", folder, "--to", "jsonl", "--only", "numeric")
    assert result.exit_code == 0
    by_file: dict[str, list[tuple[str, ...]]] = {}
    for record in records(result):
        by_file.setdefault(Path(record["doc"]).name, []).append(said(record))
        assert ("page" in record) == record["doc"].endswith(".pdf")
    assert set(by_file) == {"a.txt", "b.docx", "c.pdf", "d.htm", "f.txt"}
    assert by_file["a.txt"] == [
        ("8", "%", "approx", "株洲市", "2021"),
        ("50000", "人", "ge", "株洲市", "2021"),
        ("9", "%", "eq", "株洲市", "2021"),
    ]
    assert {tuple(facts) for facts in by_file.values()} == {tuple(by_file["a.txt"])}


def test_saved_texts_are_what_the_offsets_count(folder: Path, tmp_path: Path) -> None:
    saved = tmp_path / "texts"
    result = run("parse", folder, "--to", "jsonl", "--save-text", saved)
    with (saved / "index.csv").open(encoding="utf-8-sig", newline="") as stream:
        index = {row["doc"]: row for row in csv.DictReader(stream)}
    assert [index[str(folder / name)]["text_file"] for name in ("a.txt", "b.docx")] == [
        *("a.txt", "b.docx.txt")
    ]
    assert index[str(folder / "a.txt")]["encoding"] == "gb18030"
    starts = {name: index[str(folder / name)]["page_starts"] for name in ("a.txt", "c.pdf")}
    assert starts == {"a.txt": "", "c.pdf": "0"}
    texts = {
        doc: (saved / row["text_file"]).read_text(encoding="utf-8") for doc, row in index.items()
    }
    assert (saved / "e.zip/内/f.txt").exists()
    found = records(result)
    assert len(found) > 20
    assert [r for r in found if texts[r["doc"]][r["start"] : r["end"]] != r["text"]] == []


def test_bad_files_cost_a_line_each_and_the_others_are_done(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "broken.docx").write_bytes(make_docx(LINES)[:700])
    (folder / "locked.pdf").write_bytes(make_pdf(LINES, password="x"))
    result = run("parse", folder, folder / "none.pdf", "--to", "jsonl", "--only", "documents")
    assert result.exit_code == 1
    assert len({record["doc"] for record in records(result)}) == 5
    told = result.stderr.splitlines()
    assert len(told) == 4
    for name in ("empty.txt", "broken.docx", "locked.pdf", "none.pdf"):
        assert sum(line.startswith(f"govie: {folder / name}: ") for line in told) == 1


def test_a_metadata_table_beats_the_text_and_unused_rows_are_told(
    folder: Path, tmp_path: Path
) -> None:
    meta = tmp_path / "meta.csv"
    meta.write_text("file,place,year\na.txt,湘潭市,2019\nx.txt,湘潭市,2019\n", encoding="utf-8")
    result = run("parse", folder, "--meta", meta, "--to", "jsonl", "--only", "documents")
    places = {Path(r["doc"]).name: (r["place"], r["year"]) for r in records(result)}
    assert places["a.txt"] == ("湘潭市", 2019)
    assert places["b.docx"] == ("株洲市", 2021)
    assert result.stderr.splitlines() == [f"govie: {meta}:3: no file 'x.txt' was read"]


def test_standard_input_may_be_any_kind_too(folder: Path) -> None:
    data = (folder / "b.docx").read_bytes()
    found = records(run("parse", "-", "--to", "jsonl", "--only", "numeric", stdin=data))
    assert {record["doc"] for record in found} == {"-"}
    assert len(found) == 3


def test_an_encoding_can_be_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("增長8%左右。".encode("big5"))
    words = ("parse", tmp_path / "a.txt", "--to", "jsonl", "--only", "documents")
    (document,) = records(run(*words, "--encoding", "big5"))
    assert document["text"] == "增長8%左右。"


@pytest.mark.parametrize("form", ["csv", "parquet", "duckdb", "xlsx", "doccano", "labelstudio"])
def test_results_go_where_they_are_sent(folder: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out.{form}"
    result = run("parse", folder, "--to", form, "-o", out)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert out.stat().st_size > 100
    assert [path.name for path in tmp_path.iterdir() if path != folder] == [out.name]
    if form == "xlsx":
        facts = openpyxl.load_workbook(out)["numeric_facts"]
        assert facts.max_row == 1 + 5 * 3


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("out.csv", b"\xef\xbb\xbfdoc,"),
        ("out.xlsx", b"PK"),
        ("out.PARQUET", b"PAR1"),
        ("out.jsonl", b'{"doc"'),
        ("out.json", b"["),
    ],
)
def test_the_name_of_the_file_says_the_form(
    folder: Path, tmp_path: Path, name: str, begins: bytes
) -> None:
    result = run("parse", folder, "-o", tmp_path / name)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("verb", [("parse", "--only", "numeric"), ("panel",), ("tasks",)])
def test_a_line_for_a_name_is_the_standard_output(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    sent = run(*verb, folder / "a.txt", "--to", "csv", "-o", "-")
    assert sent.stdout == run(*verb, folder / "a.txt", "--to", "csv").stdout
    assert sent.stdout.startswith("\ufeff")
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]


def test_a_database_is_written_without_a_word(folder: Path, tmp_path: Path) -> None:
    words = ["parse", str(folder / "a.txt"), "-o", str(tmp_path / "facts.duckdb")]
    command = [sys.executable, "-m", "govie", *words]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_name_that_says_nothing_leaves_the_form_to_the_option(
    folder: Path, tmp_path: Path
) -> None:
    assert run("parse", folder, "--to", "csv", "-o", tmp_path / "facts.2021").exit_code == 0
    assert run("parse", folder, "--to", "jsonl", "-o", tmp_path / "facts.txt").exit_code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--to", "xlsx"), "name a file with -o"),
        (("--to", "duckdb"), "name a file with -o"),
        (("-o", "out.txt"), "a table is for reading"),
        (("-o", "out.docx"), "not a name for what is written there; it ends in"),
        (("-o", "out.xls"), ".xlsx, .parquet"),
        (("--to", "csv", "-o", "out.xlsx"), "it ends in .csv"),
        (("--to", "json", "-o", "out.jsonl"), "it ends in .json"),
        (("--to", "csv", "--only", "places,terms"), "is one table"),
        (("--encoding", "utf-9"), "no encoding 'utf-9'"),
        (("--meta", "none.csv"), "none.csv: cannot be read"),
    ],
)
def test_wrong_usage(folder: Path, words: tuple[str, ...], message: str) -> None:
    result = run("parse", folder, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in " ".join(result.stderr.replace("│", " ").split())


def test_a_place_that_cannot_be_written_is_told(folder: Path) -> None:
    result = run("parse", folder, "--to", "csv", "-o", folder / "a.txt" / "out.csv")
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"govie: {folder / 'a.txt' / 'out.csv'}: cannot be written")
