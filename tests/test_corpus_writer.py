from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from corpus_help import InlineEngine, rows_of, write_reports

from govie.corpus import build
from govie.corpus import writer as module
from govie.corpus.batch import Batch
from govie.corpus.index import Index
from govie.corpus.job import Failed
from govie.corpus.parquet_store import ParquetStore
from govie.corpus.writer import Writer
from govie.errors import OutputError


class FakeStore:
    """Notes what is asked of it, and by which thread."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.threads = {threading.current_thread()}
        self.before_writing: Callable[[str], object] = lambda name: None

    def load(self, index: Index) -> None:
        self._note("load")

    def write(self, batch: Batch) -> None:
        (failed,) = batch.failed
        self.before_writing(failed.name)
        self._note(failed.name)

    def close(self) -> None:
        self._note("close")

    def _note(self, what: str) -> None:
        self.asked.append(what)
        self.threads.add(threading.current_thread())


@pytest.fixture
def stores(monkeypatch: pytest.MonkeyPatch) -> list[FakeStore]:
    """The stores that were opened."""
    opened: list[FakeStore] = []

    def open_store(_: Path) -> FakeStore:
        opened.append(FakeStore())
        return opened[-1]

    monkeypatch.setattr(module, "open_store", open_store)
    return opened


def batch(name: str) -> Batch:
    return Batch(failed=[Failed(name=name, reason="for a test")])


def test_the_store_knows_one_thread_and_it_is_not_the_caller(stores: list[FakeStore]) -> None:
    writer = Writer(Path("out"))
    writer.load(Index())
    for name in "abc":
        writer.write(batch(name))
    writer.close()
    (store,) = stores
    assert store.asked == ["load", "a", "b", "c", "close"]
    assert len(store.threads) == 1
    assert threading.current_thread() not in store.threads
    assert not any(thread.is_alive() for thread in store.threads)


def test_the_caller_goes_on_while_a_batch_is_written(stores: list[FakeStore]) -> None:
    writer = Writer(Path("out"))
    (store,) = stores
    may_end = threading.Event()
    store.before_writing = lambda _: may_end.wait(60)
    writer.write(batch("a"))
    assert store.asked == []
    may_end.set()
    writer.wait()
    assert store.asked == ["a"]
    writer.close()


def test_after_a_batch_that_failed_none_is_written(stores: list[FakeStore]) -> None:
    def fail(_: str) -> None:
        raise OutputError("out: the disk is full")

    writer = Writer(Path("out"))
    (store,) = stores
    store.before_writing = fail
    writer.write(batch("a"))
    for _ in range(2):
        with pytest.raises(OutputError, match="the disk is full"):
            writer.wait()
    store.before_writing = lambda _: None
    with pytest.raises(OutputError, match="the disk is full"):
        writer.write(batch("b"))
    writer.close()
    assert store.asked == ["close"]


def test_a_store_that_cannot_be_opened_leaves_no_thread(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("My notes.\n" * 1000)
    before = threading.active_count()
    with pytest.raises(OutputError, match=r"notes\.txt: cannot be written as DuckDB"):
        Writer(tmp_path / "notes.txt")
    assert threading.active_count() == before


@pytest.mark.parametrize("bad", [1, 2, 3])
def test_a_run_whose_output_fails_ends_and_the_next_completes_it(
    bad: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of a batch is on the disk, with rows that no later batch may take for its own."""
    write_reports(tmp_path / "in", 6)
    build([tmp_path / "in"], tmp_path / "whole", engine=InlineEngine())
    put = ParquetStore._put
    tables: list[str] = []

    def fail(store: ParquetStore, name: str, number: int, table: object) -> None:
        tables.append(name)
        if tables.count("packs") == bad:
            raise OSError(28, "No space left on device")
        put(store, name, number, table)

    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr(ParquetStore, "_put", fail)
        with pytest.raises(OutputError, match=r"cannot be written as Parquet \(No space left"):
            build([tmp_path / "in"], out, engine=InlineEngine(), batch_seconds=0)
    assert tables.count("packs") == bad
    assert len(rows_of(out)["corpus"]) == bad - 1
    build([tmp_path / "in"], out, engine=InlineEngine())
    assert rows_of(out) == rows_of(tmp_path / "whole")
