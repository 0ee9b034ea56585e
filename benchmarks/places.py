"""What places cost: loading their pack, and the time of a parse with them over one without.

    python benchmarks/places.py [--rounds N] [FILE ...]

Without files the five seeds are read. Printed are seconds and memory that ``govie_places`` adds to
``spacy.blank("zh")`` (a process of its own, the least of several); the time of a parse with the
names of the pack over one without them, and with the component over one without it; and how fast
spaCy's EntityRuler finds the same names. The least of N rounds counts, each in turn.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

import govie

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
NAMES = ("places/divisions", "places/former", "places/regions", "places/damaged")
LOAD = """
import resource, time
import spacy
nlp = spacy.blank("zh")
nlp("株洲")
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
nlp.add_pipe("govie_places")
nlp("株洲")
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(time.process_time() - start, (after - before) / 1024)
"""


def loading(rounds: int) -> tuple[float, float]:
    """Seconds and megabytes that the first text with places takes more, the least of each."""
    runs = [
        subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True)
        for _ in range(rounds)
    ]
    seconds, megabytes = zip(*(map(float, run.stdout.split()) for run in runs), strict=True)
    return min(seconds), min(megabytes)


def least(actions: Sequence[Callable[[str], object]], texts: list[str], rounds: int) -> list[float]:
    """Processor time of each over all texts, in the best of its rounds."""
    best = [float("inf")] * len(actions)
    for _ in range(rounds):
        for number, action in enumerate(actions):
            start = time.process_time()
            for text in texts:
                action(text)
            best[number] = min(best[number], time.process_time() - start)
    return best


def nameless(folder: Path) -> list[str]:
    """The default pack without the names of places."""
    header = {"name": "nameless", "version": "1", "replaces": NAMES}
    (folder / "pack.json").write_text(json.dumps(header), encoding="utf-8")
    return ["default", str(folder)]


def ruler() -> spacy.Language:
    from govie.packs import load_patterns

    nlp = spacy.blank("zh")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [{"label": p.label, "pattern": p.pattern} for n in NAMES for p in load_patterns(n)]
    )
    return nlp


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    paths = options.files or sorted(SEEDS.glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    seconds, megabytes = loading(options.rounds)
    print(f"loading: {seconds:.2f} s (bar 0.3), {megabytes:.0f} MB (bar 60)")
    whole, without = govie.load(), govie.load()
    without.remove_pipe("govie_places")
    with tempfile.TemporaryDirectory() as folder:
        contestants = [whole, govie.load(patterns=nameless(Path(folder))), without, ruler()]
        for nlp in contestants:
            nlp(texts[0])
        full, no_names, no_places, entities = least(contestants, texts, options.rounds)
    print(f"parse with the names of the pack over parse without: {full / no_names:.2f} (bar 1.1)")
    print(f"parse with govie_places over parse without: {full / no_places:.2f}")
    print(f"parse over spaCy's EntityRuler with the same names alone: {full / entities:.2f}")


if __name__ == "__main__":
    main()
