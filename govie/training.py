"""Models for the segmenter pkuseg, which comes without one."""

from __future__ import annotations

import contextlib
import io
import tempfile
from pathlib import Path

from govie.errors import InputError, OutputError
from govie.reading import read_text

__all__ = ["train"]

_FEWEST = 10
"""Sentences that pkuseg needs to train at all."""


def train(text: str | Path, folder: str | Path, *, iterations: int = 20) -> Path:
    """Train a pkuseg model from a text whose words are set apart by spaces; returns its folder.

    Raises InputError where the text cannot be read or holds fewer than ten sentences, a line each,
    and OutputError where the folder cannot be written.
    """
    import spacy_pkuseg

    target = Path(folder)
    lines = [line for line in read_text(text).splitlines() if len(line.split()) > 1]
    if len(lines) < _FEWEST:
        raise InputError(
            f"{text}: {len(lines) or 'no'} lines hold words with spaces between them; "
            f"training takes {_FEWEST} at the least"
        )
    try:
        target.mkdir(parents=True, exist_ok=True)
        # The library prints its progress.
        with tempfile.TemporaryDirectory() as place, contextlib.redirect_stdout(io.StringIO()):
            source = Path(place, "lines.txt")
            source.write_text("\n".join(lines) + "\n", encoding="utf-8")
            spacy_pkuseg.train(str(source), str(source), str(target), train_iter=iterations)
    except OSError as error:
        raise OutputError(f"{target}: no model can be written ({error.strerror})") from error
    return target
