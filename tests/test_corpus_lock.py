from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from govie.corpus.lock import locked
from govie.errors import OutputError

HOLD = """
import sys
from pathlib import Path
from govie.corpus.lock import locked
with locked(Path(sys.argv[1]), Path("out")):
    print("held", flush=True)
    sys.stdin.read()
"""


def hold(file: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock."""
    words = [sys.executable, "-c", HOLD, str(file)]
    other = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    return other


def test_the_second_gives_way_and_names_the_first(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    other = hold(file)
    with pytest.raises(OutputError) as caught, locked(file, Path("out.duckdb")):
        pass
    other.communicate()
    said = str(caught.value)
    assert said.startswith("out.duckdb: another run is writing to it (process ")
    assert f"(process {other.pid} on " in said
    with locked(file, Path("out.duckdb")):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_a_killed_run_holds_nobody_up(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    other = hold(file)
    os.kill(other.pid, signal.SIGKILL)
    other.communicate()
    assert file.exists()
    with locked(file, Path("out")):
        assert f"process {os.getpid()} " in file.read_text()
    assert not file.exists()


def test_a_file_left_behind_that_names_a_living_process_does_not_either(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    file.write_text(f"process {os.getppid()} on a machine long switched off, with a long name\n")
    with locked(file, Path("out")):
        assert file.read_text().splitlines() == [file.read_text().strip()]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(OutputError, match=r"^out: cannot be written \("),
        locked(tmp_path / "file" / "lock", Path("out")),
    ):
        pass
