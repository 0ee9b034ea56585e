"""How fast places are found and their pack is loaded, beside spaCy's EntityRuler.

    python benchmarks/places.py [FILE ...]

Without files the five seeds are read. Printed are characters a second (best of three) of the scan
for words and names, of all places, and of an EntityRuler with the same names over a character
tokenizer; and time and memory of loading.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from govie.text.view import TextView

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def memory() -> float:
    """Peak memory of the process in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(label: str, action: Callable[[], object]) -> None:
    before, start = memory(), time.process_time()
    action()
    print(f"{label:32} {time.process_time() - start:8.3f} s {memory() - before:8.1f} MB")


def speed(label: str, action: Callable[[str], object], texts: list[str]) -> None:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for text in texts:
            action(text)
        best = min(best, time.process_time() - start)
    print(f"{label:32} {sum(map(len, texts)) / best / 1e6:8.2f} million characters/s")


def main(files: list[str]) -> None:
    paths = [Path(file) for file in files] or sorted(SEEDS.glob("*.txt"))
    texts = [TextView(path.read_text(encoding="utf-8")).text for path in paths]
    nlp = spacy.blank("zh")

    from govie.packs import load_patterns
    from govie.places.divisions import default
    from govie.places.extraction import find_places
    from govie.places.words import vocabulary

    timed("load divisions", default)
    timed("load all words and names", vocabulary)
    ruler = nlp.add_pipe("entity_ruler")
    names = [
        {"label": pattern.label, "pattern": pattern.pattern, "id": pattern.id}
        for pattern in load_patterns("places/divisions")
    ]
    timed("load EntityRuler, divisions", lambda: ruler.add_patterns(names))  # type: ignore[attr-defined]
    words = vocabulary()
    speed("scan for words and names", lambda text: words.scan(text, 0, len(text)), texts)
    speed("find places", find_places, texts)
    speed("EntityRuler", nlp, texts)


if __name__ == "__main__":
    main(sys.argv[1:])
