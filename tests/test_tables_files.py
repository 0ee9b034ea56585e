"""What is written is read back equal: CSV, Excel, Parquet, DuckDB."""

from __future__ import annotations

import csv
import gc
import json
import os
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pyarrow.parquet
import pytest
from spacy.tokens import Doc

import govie
from govie.errors import ConfigError, MissingExtraError, OutputError
from govie.tables import FORMS, make_writer
from govie.tables.arrow import arrow_schema
from govie.tables.cells import original
from govie.tables.schema import TABLES, Column, Table, table_of
from govie.tables.xlsx import LONGEST_CELL

ODD = """=1+1年政府工作报告

今年的预期目标是：地区生产总值增长8%左右，三次产业结构调整为8.2:46.3:45.5，@排名由83位上升到71位。
"""


@pytest.fixture(scope="module")
def docs(seed_docs: dict[str, Doc]) -> dict[str, Doc]:
    odd = govie.parse(ODD, jurisdiction="株洲市", year=2021)
    return {"=odd.txt": odd, "hetang.txt": seed_docs["hetang-2021"]}


def write(form: str, docs: dict[str, Doc], out: Path | None, *kinds: str) -> None:
    writer = make_writer(form, kinds, out)
    for name, doc in docs.items():
        writer.add(name, doc)
    writer.close()


def expected(table: Table, docs: dict[str, Doc]) -> list[tuple[Any, ...]]:
    from govie.files.source import Origin

    return [
        row
        for name, doc in docs.items()
        for row in table.rows(Origin(name=name), doc._.govie.records)
    ]


def typed(column: Column, text: str | None) -> Any:
    """The value that a cell of text stands for."""
    if text is None:
        return None
    if column.kind == "boolean":
        return {"true": True, "false": False}[text]
    if column.kind in ("texts", "mentions"):
        return json.loads(text)
    return {"integer": int, "number": Decimal, "text": str}[column.kind](text)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_csv_reads_back_equal(docs: dict[str, Doc], tmp_path: Path, table: Table) -> None:
    write("csv", docs, tmp_path / "out")
    file = tmp_path / "out" / f"{table.name}.csv"
    assert file.read_bytes().startswith(b"\xef\xbb\xbfdoc,page,id")
    with file.open(encoding="utf-8-sig", newline="") as stream:
        heading, *rows = csv.reader(stream)
    assert heading == [column.name for column in table.columns]
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@")]
    found = [
        tuple(typed(c, original(cell)) for c, cell in zip(table.columns, row, strict=True))
        for row in rows
    ]
    assert found == expected(table, docs)


def test_csv_is_numeric_facts_by_default_and_several_types_are_several_files(
    docs: dict[str, Doc], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("csv", docs, tmp_path / "facts.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["facts.csv"]
    write("csv", docs, None)
    assert capsys.readouterr().out == (tmp_path / "facts.csv").read_text(encoding="utf-8")
    write("csv", docs, tmp_path / "names.csv", "places", "programs")
    assert sorted(path.name for path in tmp_path.glob("names*")) == [
        *("names-places.csv", "names-programs.csv")
    ]
    with pytest.raises(ConfigError, match="one table"):
        make_writer("csv", ("places", "programs"), None)


def test_only_chosen_records_are_written(docs: dict[str, Doc], tmp_path: Path) -> None:
    write("csv", docs, tmp_path / "out", "targets")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["numeric_facts.csv", "relative_targets.csv"]
    with (tmp_path / "out/numeric_facts.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert {row["status"] for row in csv.DictReader(stream)} == {"target"}


def cell_value(column: Column, value: Any) -> Any:
    """What Excel gives back, as our value."""
    if value is None or column.kind in ("boolean", "text"):
        return value
    return typed(column, str(value))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_excel_reads_back_equal_but_for_long_texts(
    docs: dict[str, Doc], tmp_path: Path, table: Table
) -> None:
    write("xlsx", docs, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == [table.name for table in TABLES]
    sheet = book[table.name]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    heading, *rows = sheet.iter_rows(values_only=True)
    assert list(heading) == [column.name for column in table.columns]
    found = [
        tuple(cell_value(c, cell) for c, cell in zip(table.columns, row, strict=True))
        for row in rows
    ]
    assert found == expected(table, docs)
    formulas = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas == []
    for cells in sheet.iter_rows(min_row=2):
        for column, cell in zip(table.columns, cells, strict=True):
            if cell.value is not None:
                kind = {"boolean": "b", "integer": "n", "number": "n"}.get(column.kind, "s")
                assert cell.data_type == kind, column


def test_a_text_longer_than_a_cell_is_cut_and_numbers_are_exact_or_left_out(
    tmp_path: Path,
) -> None:
    text = "今年的预期目标是：财政收入达到12345678901234567.8元。" + "𠮷" * 20_000
    write("xlsx", {"x": govie.parse(text, year=2021)}, tmp_path / "out.xlsx", "numeric")
    (row,) = list(openpyxl.load_workbook(tmp_path / "out.xlsx").active.values)[1:]
    cells = dict(zip([c.name for c in table_of("numeric").columns], row, strict=True))
    assert (cells["value"], cells["value_text"]) == (None, "12345678901234567.8")
    write("xlsx", {"x": govie.parse(text, year=2021)}, tmp_path / "out.xlsx", "documents")
    (row,) = list(openpyxl.load_workbook(tmp_path / "out.xlsx").active.values)[1:]
    (cut,) = (cell for cell in row if isinstance(cell, str) and cell.endswith("𠮷…"))
    assert LONGEST_CELL - 2 <= len(cut.encode("utf-16-le")) // 2 <= LONGEST_CELL


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_parquet_reads_back_equal(docs: dict[str, Doc], tmp_path: Path, table: Table) -> None:
    write("parquet", docs, tmp_path / "out")
    found = pyarrow.parquet.read_table(tmp_path / "out" / f"{table.name}.parquet")
    assert found.schema.equals(arrow_schema(table), check_metadata=True)
    assert [tuple(row.values()) for row in found.to_pylist()] == expected(table, docs)


def test_arrow_and_frame_hold_the_same(docs: dict[str, Doc]) -> None:
    listed = list(docs.values())
    for table in TABLES:
        rows = expected(table, {"1": listed[0], "2": listed[1]})
        arrow = govie.to_arrow(listed, type=table.type)
        assert [tuple(row.values()) for row in arrow.to_pylist()] == rows
        frame = govie.to_frame(listed, type=table.type)
        assert list(frame.columns) == [column.name for column in table.columns]
        cells = [tuple(None if v is pd_na(v) else v for v in row) for row in frame.values]
        assert cells == rows
    frame = govie.to_frame(listed[0])
    assert frame["value"][0] == Decimal(8)
    assert str(frame["start"].dtype) == "Int64"
    assert len(govie.to_frame([], type="place")) == 0
    assert govie.to_arrow([], type="place").num_rows == 0


def pd_na(value: Any) -> Any:
    """The value, where it is pandas's mark for nothing."""
    import pandas as pd

    return value if value is pd.NA else object()


class TestDuckDb:
    def rows(self, path: Path) -> dict[str, list[tuple[Any, ...]]]:
        with duckdb.connect(str(path), read_only=True) as base:
            names = [row[0] for row in base.execute("SHOW TABLES").fetchall()]
            return {
                name: base.execute(f"SELECT * FROM {name} ORDER BY ALL").fetchall()
                for name in names
            }

    def test_it_reads_back_equal(self, docs: dict[str, Doc], tmp_path: Path) -> None:
        write("duckdb", docs, tmp_path / "new/facts.duckdb")
        found = self.rows(tmp_path / "new/facts.duckdb")
        assert set(found) == {table.name for table in TABLES} | {"packs", "govie_schema"}
        for table in TABLES:
            key = lambda row: (row[0], row[2])  # noqa: E731
            assert sorted(found[table.name], key=key) == sorted(expected(table, docs), key=key)
        assert {row[:2] for row in found["packs"]} == {(name, "default") for name in docs}

    def test_written_twice_it_is_as_written_once(
        self, docs: dict[str, Doc], tmp_path: Path
    ) -> None:
        path = tmp_path / "facts.duckdb"
        write("duckdb", docs, path)
        once = self.rows(path)
        write("duckdb", docs, path)
        assert self.rows(path) == once
        first, second = docs
        write("duckdb", {first: docs[first]}, path)
        assert self.rows(path) == once
        write("duckdb", {first: docs[first], second: docs[second]}, path, "places")
        assert self.rows(path) == once

    def test_a_file_given_twice_counts_once(self, docs: dict[str, Doc], tmp_path: Path) -> None:
        writer = make_writer("duckdb", (), tmp_path / "a.duckdb")
        for _ in range(2):
            writer.add("x", docs["=odd.txt"])
        writer.close()
        assert len(self.rows(tmp_path / "a.duckdb")["numeric_facts"]) == 3

    def test_a_run_that_breaks_off_leaves_nothing(
        self, docs: dict[str, Doc], tmp_path: Path
    ) -> None:
        path = tmp_path / "facts.duckdb"
        write("duckdb", {"x": docs["=odd.txt"]}, path)
        once = self.rows(path)
        writer = make_writer("duckdb", (), path)
        writer.add("y", docs["hetang.txt"])
        del writer
        assert self.rows(path) == once

    def test_keys_are_kept_and_facts_join_their_documents(
        self, docs: dict[str, Doc], tmp_path: Path
    ) -> None:
        write("duckdb", docs, tmp_path / "a.duckdb")
        with duckdb.connect(str(tmp_path / "a.duckdb")) as base:
            query = (
                "SELECT d.place, d.year, sum(f.value) FROM numeric_facts f JOIN documents d"
                " ON f.doc = d.doc AND f.document = d.id WHERE f.unit = '人' GROUP BY ALL"
            )
            ((place, year, people),) = base.execute(query).fetchall()
            assert (place, year) == ("株洲市荷塘区", 2021)
            assert people == sum(
                fact.value
                for fact in docs["hetang.txt"]._.govie.numeric_facts
                if fact.unit == "人" and isinstance(fact.value, Decimal)
            )
            with pytest.raises(duckdb.ConstraintException):
                base.execute("INSERT INTO places SELECT * FROM places LIMIT 1")

    def test_another_schema_and_another_file_are_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "facts.duckdb"
        with duckdb.connect(str(path)) as base:
            base.execute("CREATE TABLE govie_schema (version INTEGER PRIMARY KEY)")
            base.execute("INSERT INTO govie_schema VALUES (99)")
        with pytest.raises(OutputError, match=r"schema 99.*write to a new file"):
            make_writer("duckdb", (), path)
        (tmp_path / "no.duckdb").write_text("not a database" * 500)
        with pytest.raises(OutputError, match="cannot be written as DuckDB"):
            make_writer("duckdb", (), tmp_path / "no.duckdb")


@pytest.mark.parametrize("form", ["xlsx", "parquet", "duckdb"])
def test_binary_forms_need_a_file(form: str) -> None:
    with pytest.raises(ConfigError, match="name a file with -o"):
        make_writer(form, (), None)


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet", "duckdb", "jsonl", "doccano"])
def test_what_cannot_be_written_is_told_before_any_work(form: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="cannot be written"):
        make_writer(form, (), tmp_path / "file" / f"out.{form}")
    with pytest.raises(ConfigError, match="the forms are"):
        make_writer("xml", (), None)


@pytest.mark.parametrize(
    ("form", "module"),
    [("xlsx", "xlsxwriter"), ("parquet", "pyarrow.parquet"), ("duckdb", "duckdb")],
)
def test_a_missing_library_is_told(
    form: str, module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(MissingExtraError, match=r'pip install "govie\[tables\]"'):
        make_writer(form, (), tmp_path / "out.bin")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are UTF-8 elsewhere")
@pytest.mark.parametrize("form", FORMS)
def test_names_in_another_encoding_are_written_out(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path(os.fsdecode(b"\xd6\xea.txt"))
    path.write_text("全市工业增长5%。", "utf-8")
    (source,) = govie.read(path)
    assert source.name == r"\udcd6\udcea.txt"
    writer = make_writer(form, (), tmp_path / f"out.{form}")
    writer.add(source.name, source.parse())
    writer.close()
    if form == "csv":
        (row,) = csv.DictReader(Path("out.csv").read_text("utf-8-sig").splitlines())
        assert (row["doc"], row["value"]) == (source.name, "5")


@pytest.mark.parametrize("form", ["csv", "parquet", "jsonl"])
def test_what_is_not_finished_is_taken_away(
    form: str, docs: dict[str, Doc], tmp_path: Path
) -> None:
    writer = make_writer(form, (), tmp_path / f"out.{form}")
    writer.add("hetang.txt", docs["hetang.txt"])
    assert [path.name for path in tmp_path.iterdir()] == [f"out.{form}.part"]
    del writer
    gc.collect()
    assert list(tmp_path.iterdir()) == []
