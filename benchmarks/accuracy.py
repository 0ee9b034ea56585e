"""Score ``govie parse`` against reports marked by hand, where those are at hand.

The marked reports are not part of the repository: a folder with ``corpus.json`` and the scorer
``score/all.py``, named by ``--marked`` or GOVIE_MARKED, or lying beside the checkout. Arguments
that are not known here go to the scorer.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


def find_marked(named: str | None) -> Path | None:
    """The folder of marked reports: the one named, else the first beside the checkout."""
    folders = [Path(named)] if named else sorted(CHECKOUT.parent.iterdir())
    for folder in folders:
        if (folder / "corpus.json").is_file() and (folder / "score" / "all.py").is_file():
            return folder
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--marked", default=os.environ.get("GOVIE_MARKED"), metavar="FOLDER")
    options, others = parser.parse_known_args()
    folder = find_marked(options.marked)
    if folder is None:
        print(
            "accuracy: no folder with corpus.json and score/all.py; name one with --marked",
            file=sys.stderr,
        )
        return 2
    command = f"{shlex.quote(sys.executable)} -m govie parse {{files}} --to jsonl"
    scorer = [sys.executable, str(folder / "score/all.py"), str(folder / "corpus.json"), command]
    return subprocess.run([*scorer, *others]).returncode


if __name__ == "__main__":
    sys.exit(main())
