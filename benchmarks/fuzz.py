"""Breaks texts in every way and asks whether govie still keeps its promises.

Three engines make the texts: ``mutate`` splices, cuts, repeats, swaps and soils paragraphs of the
seeds; ``hypothesis`` builds texts of words and marks, and shrinks what it finds; ``atheris``
(``pip install atheris``) follows the coverage of the code. What breaks a promise is printed and,
with ``--findings FILE``, added to a file of JSON Lines. Exit code 1 says that something did.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from promises import breaches

from govie.context import Given
from govie.reading import read_text

SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
LENGTH = 200
"""Characters of a text, more or less."""
BATCH = 500

DIRT = (
    *"、，。；：！？“”‘’（）《》〔〕【】[]的第由从分市县区万亿千百十一二两几多余近超约%‰年月\n\r\t\0\x1b\x9b",
    *"０９①㊀﹪／∶￥�e\u0301\u200b\u200f\u202e\ufeff\ud800\udfff𠮷😀",
    *(
        "\r\n",
        "1,234",
        "1.2.3",
        "8:2:",
        "万亿万亿",
        "（（（",
        "《《《",
        "“““",
        "”””",
        "\\r\\n",
        "99999999999999",
    ),
    *(
        "分别",
        "比上年",
        "实施",
        "第第第",
        "由由由",
        "百分之",
        "分之",
        "翻两番",
        "“十四五”",
        "2021年",
        "年均",
        "其中",
    ),
    *(
        "一、",
        "（一）",
        "1.",
        "——",
        "▲上接01版",
        "[1]",
        "注：",
        "是指",
        "各位代表：",
        "政府工作报告",
    ),
    *(
        "提高到",
        "居全省第",
        "以上",
        "左右",
        "不低于",
        "同步",
        "全国平均水平",
        "株洲市",
        "全省",
        "我市",
        "工程",
        "行动",
    ),
)


def fragments() -> list[str]:
    """The seeds in pieces that a text may begin with or take in."""
    pieces: list[str] = []
    for path in SEEDS:
        text = read_text(path)
        pieces += [text[at : at + LENGTH] for at in range(0, len(text), LENGTH)]
    return pieces


def mutated(pieces: list[str], chance: random.Random) -> str:
    """A piece after some changes."""
    text = chance.choice(pieces)
    for _ in range(chance.randint(1, 8)):
        a, b = sorted(chance.randint(0, len(text)) for _ in range(2))
        b = min(b, a + chance.choice((1, 3, 10, 40)))
        change = chance.randrange(6)
        if change == 0:
            other = chance.choice(pieces)
            c = chance.randint(0, len(other))
            text = text[:a] + other[c : c + chance.randint(1, 100)] + text[b:]
        elif change == 1:
            text = text[:a] + text[b:]
        elif change == 2:
            text = text[:a] + text[a:b] * chance.randint(2, 5) + text[b:]
        elif change == 3:
            c = min(len(text), b + chance.randint(1, 20))
            text = text[:a] + text[b:c] + text[a:b] + text[c:]
        else:
            text = text[:a] + chance.choice(DIRT) * chance.choice((1, 1, 1, 2, 30)) + text[b:]
    return text[: 2 * LENGTH]


def given_by(chance: random.Random) -> Given | None:
    """What a caller may say of a text, or nothing."""
    return Given(jurisdiction="430200", year=2021) if chance.random() < 0.5 else None


def batch(first: int) -> list[tuple[str, list[str]]]:
    """The texts number ``first`` and following that break a promise."""
    found = []
    pieces = fragments()
    for number in range(first, first + BATCH):
        chance = random.Random(number)
        text = mutated(pieces, chance)
        if wrong := breaches(text, given_by(chance)):
            found.append((text, wrong))
    return found


def mutate(count: int, first: int, jobs: int) -> Iterator[tuple[str, list[str]]]:
    starts = range(first, first + count, BATCH)
    with ProcessPoolExecutor(jobs) as pool:
        for found in pool.map(batch, starts):
            yield from found


def hypothesize(count: int) -> Iterator[tuple[str, list[str]]]:
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st

    worst: dict[str, list[str]] = {}
    words = st.one_of(st.sampled_from(DIRT), st.sampled_from(fragments()), st.characters())

    @seed(0)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(words, max_size=30).map("".join))
    def holds(text: str) -> None:
        wrong = breaches(text)
        if wrong:
            worst.clear()
            worst[text] = wrong
        assert not wrong

    try:
        holds()
    except AssertionError:
        # The last failure is the smallest.
        yield from worst.items()


def follow_coverage(count: int) -> None:
    """Runs atheris, which ends the process itself and keeps what it found in crash files."""
    import atheris

    def one(data: bytes) -> None:
        source = atheris.FuzzedDataProvider(data)
        text = source.ConsumeUnicode(LENGTH)
        for _ in range(source.ConsumeIntInRange(0, 20)):
            text += source.PickValueInList(list(DIRT)) + source.ConsumeUnicode(8)
        wrong = breaches(text)
        if wrong:
            raise AssertionError(f"{text!r}: {wrong}")

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-runs={count}", "-max_len=2000"], one)
    atheris.Fuzz()


def report(found: Iterable[tuple[str, list[str]]], findings: Path | None) -> int:
    """Print what was found, keep it in a file, and count it."""
    number = 0
    for text, wrong in found:
        number += 1
        line = json.dumps({"text": text, "broken": wrong})
        print(line, flush=True)
        if findings:
            with findings.open("a", encoding="utf-8") as file:
                file.write(line + "\n")
    return number


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("-n", "--count", type=int, default=10_000, help="how many texts")
    parser.add_argument("--first", type=int, default=0, help="number of the first text (mutate)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (mutate)")
    parser.add_argument("--engine", choices=("mutate", "hypothesis", "atheris"), default="mutate")
    parser.add_argument("--findings", type=Path, help="file to add what was found to")
    options = parser.parse_args()
    started = time.perf_counter()
    if options.engine == "atheris":
        follow_coverage(options.count)
        return 0
    made = (
        mutate(options.count, options.first, options.jobs)
        if options.engine == "mutate"
        else hypothesize(options.count)
    )
    broken = report(made, options.findings)
    seconds = time.perf_counter() - started
    print(f"{options.count} texts, {broken} break a promise, {seconds:.0f} s")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
