from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from corpus_help import failures_of, rows_of, worker

from govie import corpus
from govie.corpus import duck_store
from govie.corpus.batch import Batch, schemas
from govie.corpus.index import Index, hash_of
from govie.corpus.job import Done, Failed, Job
from govie.corpus.store import lock_of, open_store
from govie.errors import OutputError
from govie.records import SCHEMA
from govie.tables import make_writer


def read(name: str, percent: int, recipe: str = "r") -> Done:
    text = f"株洲市2021年政府工作报告\n\n2021年，地区生产总值增长{percent}%。\n"
    done = worker().read(Job(name=name, data=text.encode(), content=str(percent), recipe=recipe))
    assert isinstance(done, Done)
    return done


@pytest.fixture(params=["corpus.duckdb", "folder"])
def out(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / "new" / str(request.param)


def write(out: Path, *batches: Batch) -> Index:
    """Write batches, each by a run of its own; the index as the next run finds it."""
    for batch in batches:
        store = open_store(out)
        store.load(Index())
        store.write(batch)
        store.close()
    index = Index()
    store = open_store(out)
    store.load(index)
    store.close()
    return index


def growth(out: Path) -> dict[str, list[str]]:
    """The values of the facts, by document."""
    value = schemas()["numeric_facts"].names.index("value_text")
    found: dict[str, list[str]] = {}
    for row in rows_of(out)["numeric_facts"]:
        found.setdefault(row[0], []).append(row[value])
    return found


def failures(out: Path) -> list[tuple[str, str]]:
    if not out.is_dir():
        return failures_of(out)
    lines = (out / "failures.jsonl").read_text("utf-8").split("\n")[:-1]
    return [(entry["doc"], entry["reason"]) for entry in map(json.loads, lines)]


def test_what_is_written_is_there_and_known(out: Path) -> None:
    index = write(out, Batch(done=[read("a", 5), read("b", 6)]), Batch(done=[read("c", 7)]))
    rows = rows_of(out)
    assert growth(out).keys() == {"a", "b", "c"}
    assert [(doc, content, recipe) for doc, content, recipe, *_ in rows["corpus"]] == [
        ("a", "5", "r"),
        ("b", "6", "r"),
        ("c", "7", "r"),
    ]
    assert [row[:2] for row in rows["packs"]] == [(doc, "default") for doc in "abc"]
    known = index.find("b")
    assert known is not None
    assert known.key == hash_of("6", "r")
    assert index.find("d") is None


def test_exact_numbers_and_lists_come_back(out: Path) -> None:
    write(out, Batch(done=[read("a", 5)]))
    query = f"FROM '{out}/numeric_facts/*.parquet'" if out.is_dir() else "FROM numeric_facts"
    with duckdb.connect() if out.is_dir() else duckdb.connect(str(out)) as base:
        value, text, unit = base.execute(f"SELECT value, value_text, unit {query}").fetchone() or ()
    assert (str(value), text, unit) == ("5.0000000000", "5", "%")


def test_a_document_that_is_read_again_takes_the_place_of_its_old_rows(out: Path) -> None:
    index = write(out, Batch(done=[read("a", 5), read("b", 6)]))
    old = index.find("a")
    assert old is not None
    before = rows_of(out)
    index = write(out, Batch(done=[read("a", 9)], stale={"a": old.batch}))
    after = rows_of(out)
    assert [row[:2] for row in after["corpus"]] == [("a", "9"), ("b", "6")]
    for name, rows in before.items():
        assert len(after[name]) == len(rows)
        assert [r for r in after[name] if r[0] == "b"] == [r for r in rows if r[0] == "b"]
    known = index.find("a")
    assert known is not None
    assert known.key == hash_of("9", "r")


def test_failures_are_listed_until_they_are_solved(out: Path) -> None:
    write(
        out,
        Batch(failed=[Failed(name="b", reason="is empty"), Failed(name="a", reason="no\u2028x")]),
    )
    assert failures(out) == [("a", "no\u2028x"), ("b", "is empty")]
    write(out, Batch(done=[read("a", 5)], failed=[Failed(name="b", reason="is a PDF")]))
    assert failures(out) == [("b", "is a PDF")]


def test_a_newer_schema_is_refused_and_left_alone(out: Path) -> None:
    write(out, Batch(done=[read("a", 5)]))
    if out.is_dir():
        import pyarrow.parquet as parquet

        part = out / "corpus" / "part-000001.parquet"
        told = {"govie.schema": str(SCHEMA + 1)}
        parquet.write_table(parquet.read_table(part).replace_schema_metadata(told), part)
    else:
        with duckdb.connect(str(out)) as base:
            base.execute(f"UPDATE govie_schema SET version = {SCHEMA + 1}")
    before = rows_of(out)
    with pytest.raises(OutputError) as caught:
        open_store(out)
    assert str(caught.value) == (
        f"{out}: holds records of schema {SCHEMA + 1}, and this govie writes {SCHEMA}"
        " (a newer govie made it); write to a new place"
    )
    assert rows_of(out) == before


@pytest.mark.parametrize("name", ["corpus.duckdb", "folder"])
def test_a_place_that_cannot_be_written_is_said_in_one_line(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    out = tmp_path / "file" / name
    with pytest.raises(OutputError) as caught:
        corpus.build([tmp_path], out)
    assert str(caught.value) == f"{out}: cannot be written ({tmp_path / 'file'} is no folder)"


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "notes.txt"
    out.write_text("My notes.\n" * 1000)
    with pytest.raises(OutputError, match=r"notes\.txt: cannot be written as DuckDB \(.*\)$"):
        open_store(out)
    assert out.read_text() == "My notes.\n" * 1000


def test_a_database_of_another_program_of_govie_is_taken_over(tmp_path: Path) -> None:
    out = tmp_path / "facts.duckdb"
    writer = make_writer("duckdb", (), out)
    writer.add("a", worker().parse("株洲市2021年政府工作报告\n\n2021年，地区生产总值增长5%。\n"))
    writer.close()
    index = write(out)
    known = index.find("a")
    assert known is not None
    write(out, Batch(done=[read("a", 9)], stale={"a": known.batch}))
    assert growth(out) == {"a": ["9"]}


class TestHalfWrittenFolders:
    def test_files_of_a_batch_that_was_not_finished_are_cleared_away(self, tmp_path: Path) -> None:
        write(tmp_path / "out", Batch(done=[read("a", 5)]), Batch(done=[read("b", 6)]))
        (tmp_path / "out/corpus/part-000002.parquet").unlink()
        (tmp_path / "out/terms/.part-000003.parquet.part").write_text("half")
        index = write(tmp_path / "out")
        assert index.find("a") is not None
        assert index.find("b") is None
        assert growth(tmp_path / "out") == {"a": ["5"]}
        assert not list((tmp_path / "out").rglob("*.part"))

    def test_old_rows_that_were_not_taken_out_are(self, tmp_path: Path) -> None:
        out = tmp_path / "out"
        # A run killed after the new batch and before the old rows were taken out.
        write(out, Batch(done=[read("a", 5), read("b", 6)]), Batch(done=[read("a", 9)]))
        assert growth(out) == {"a": ["9"], "b": ["6"]}
        assert [row[:2] for row in rows_of(out)["corpus"]] == [("a", "9"), ("b", "6")]

    def test_a_batch_whose_documents_are_all_elsewhere_goes(self, tmp_path: Path) -> None:
        write(tmp_path / "out", Batch(done=[read("a", 5)]), Batch(done=[read("a", 9)]))
        parts = {path.name for path in (tmp_path / "out").rglob("*.parquet")}
        assert parts == {"part-000002.parquet"}


FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_corpus_stores import read
from govie.corpus.batch import Batch
from govie.corpus.index import Index
from govie.corpus.store import open_store
from govie.errors import OutputError
documents = [read(f"d{i:03}", i + 10) for i in range(6)]
store = open_store(Path(sys.argv[1]))
store.load(Index())
store.write(Batch(done=documents[:2]))
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    store.write(Batch(done=documents[2:]))
except OutputError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="files cannot be kept from growing")
def test_a_full_disk_costs_the_batch_that_did_not_fit_and_no_more(
    out: Path, root: Path, tmp_path: Path
) -> None:
    write(out)
    words = [sys.executable, "-c", FULL, str(out), str(root / "tests")]
    done = subprocess.run(words, capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    (line,) = done.stdout.splitlines()
    assert line.startswith(f"{out}: cannot be written as ")
    index = write(out)
    assert index.find("d001") is not None
    assert index.find("d005") is None
    assert growth(out).keys() == {"d000", "d001"}


def test_the_lock_lies_beside_a_file_and_inside_a_folder(tmp_path: Path) -> None:
    assert lock_of(tmp_path / "c.duckdb") == tmp_path / "c.duckdb.lock"
    assert lock_of(tmp_path / "folder") == tmp_path / "folder" / ".lock"


def test_a_database_that_is_opened_afresh_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duck_store, "_FRESH", 0)
    store = open_store(tmp_path / "corpus.duckdb")
    for number in (5, 6, 7):
        store.write(Batch(done=[read(f"d{number}", number)]))
    store.close()
    assert growth(tmp_path / "corpus.duckdb") == {"d5": ["5"], "d6": ["6"], "d7": ["7"]}
