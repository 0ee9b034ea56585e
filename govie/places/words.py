"""The vocabulary of places: names, type words, and the words that show where a name begins.

One scan finds them all. What a word does in the reading of a place name is its role:

* ``name``: a name of the gazetteer (division, region, country, river);
* ``type``: a type word that makes a name of what stands in front (大道, 水库, 产业园);
* ``edge``: a verb or function word, where no name goes on (推进, 的, 等);
* ``initial``: an edge that begins a name where nothing stands in front (推进|成贵铁路);
* ``firm``: an everyday word that in front of a type word is a name (解放, 朝阳, 红旗);
* ``soft``: one that is a name in front of 路 or 村 and describes elsewhere (文化, 生态);
* ``verb``: one that is a name only by itself (建设路), else a verb (建设南塘路);
* ``site``: what a street may be called after by itself (机场大道, 中心街), else ``generic``;
* ``specific``: an industry, which makes a name of a park (轨道交通产业园);
* ``generic``: a noun or attribute that describes and does not name (城市, 现代);
* ``organisation``: what makes an organisation of the name in front (银行, 集团);
* ``word``: a word that holds a type word or name and is none (道路, 农村);
* ``stop``: punctuation; ``list`` for the marks between items;
* ``deictic``: 全市, 我省.

In the files of words one line may hold many: those in its ``meta`` under ``also`` are alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govie.packs import Pattern, load_patterns, per_packs
from govie.packs.gazetteer import Gazetteer, Guard, Hit

__all__ = ["NUMERALS", "PlaceWord", "Vocabulary", "vocabulary", "words_of"]

_ROLES = {
    "EDGE": "edge",
    "SPECIFIC": "specific",
    "GENERIC": "generic",
    "ORGANISATION": "organisation",
    "WORD": "word",
    "STOP": "stop",
    "LIST": "list",
}
_BESIDE = frozenset({"TITLE", "MEASURE", "SIDE", "ANOTHER", "ALONG", "QUARTER"})
"""Labels of words that the scan does not look for: see :func:`words_of`."""
_CUTTING = frozenset({"edge", "stop", "deictic"})
NUMERALS = frozenset("一二三四五六七八九十两几多数")
_HOLDING = frozenset("等至到—（）座") | NUMERALS
"""What edges and marks begin with over which a name or list may go on: 株洲至醴陵高速."""
_DECIDING = frozenset({"type", "organisation"})
_NAMES = ("divisions", "former", "damaged", "regions")
_WORDS = ("left_edges", "words")


class PlaceWord(NamedTuple):
    """What one string of the vocabulary may be."""

    role: str
    """The role of the string where it is not read as one of its `names`."""
    names: tuple[Pattern, ...] = ()
    """Divisions, regions and the like that have the string as their name."""
    type: Pattern | None = None
    """The type word; its ``id`` is the kind of place, its ``meta`` says what body it wants."""
    scope: str | None = None
    """Of a deictic word, the level of government it points at."""

    @property
    def is_naming(self) -> bool:
        """Whether the word may by itself be a place."""
        return bool(self.names or self.scope)


def _topic(name: str) -> tuple[Pattern, ...]:
    """The lines of a topic; of those for names a regex says nothing."""
    return tuple(pattern for pattern in load_patterns(f"places/{name}") if pattern.pattern)


def _strings(pattern: Pattern) -> Iterator[str]:
    yield pattern.word
    yield from pattern.meta.get("also", ())


def _role(pattern: Pattern) -> str:
    return "initial" if pattern.meta.get("initial") else _ROLES.get(pattern.label) or pattern.id


def _plain_words() -> dict[str, PlaceWord]:
    """Everything that is no name. The first role of a string counts, but type before all, and what
    a line says of its own string before what another says of that one among many."""
    words: dict[str, PlaceWord] = {}
    for pattern in _topic("deixis"):
        words[pattern.word] = PlaceWord(role="deictic", scope=pattern.id)
    lines = [each for topic in _WORDS for each in _topic(topic) if each.label not in _BESIDE]
    made = [PlaceWord(role=_role(pattern)) for pattern in lines]
    for pattern, word in zip(lines, made, strict=True):
        words.setdefault(pattern.word, word)
    for pattern, word in zip(lines, made, strict=True):
        for string in _strings(pattern):
            words.setdefault(string, word)
    for pattern in _topic("types"):
        words[pattern.word] = PlaceWord(role="type", type=pattern)
    return words


class Vocabulary:
    """The words and names of a pack, found in one scan."""

    def __init__(self, gazetteer: Gazetteer[PlaceWord]) -> None:
        self._gazetteer = gazetteer
        self.words = gazetteer.values
        """The words by the numbers that :meth:`scan` gives."""
        self.naming = frozenset(n for n, word in enumerate(self.words) if word.is_naming)
        """Numbers of the words that may by themselves be places."""
        self.deciding = frozenset(
            n
            for n, word in enumerate(self.words)
            if word.role in _DECIDING or (word.names and self._may_be_water(n, word))
        )
        """Numbers of type words, of what marks an organisation, and of rivers (东江, which may be
        小东江) and counties that may be rivers too (沙河)."""
        self.cutting = frozenset(
            n
            for n, word in enumerate(self.words)
            if word.role in _CUTTING and not word.names and gazetteer.names[n][0] not in _HOLDING
        )
        """Numbers of the edges and marks over which no name goes on, whatever is around them."""
        self._notable = max(self.naming | self.deciding, default=-1) + 1

    def _may_be_water(self, number: int, word: PlaceWord) -> bool:
        last = self.type_of(self._gazetteer.names[number][-1])
        return (
            last is not None
            and last.id == "water"
            and word.role == "name"
            and all(name.label in ("county", "water") for name in word.names)
        )

    def __contains__(self, string: str) -> bool:
        return self._gazetteer.get(string) is not None

    def type_of(self, string: str) -> Pattern | None:
        """The type word that a string is, if any."""
        word = self._gazetteer.get(string)
        return word.type if word else None

    def names_over(self, text: str, offset: int) -> list[tuple[Hit, str | None]]:
        """Every name of a place over an offset, with the string that forbids it there if any."""
        return [found for found in self._gazetteer.over(text, offset) if found[0][0] in self.naming]

    def scan(self, text: str, start: int, end: int) -> list[Hit]:
        """The words of ``text[start:end]``: number, start and end in `text`."""
        return self._gazetteer.scan(text, start, end)

    def notable(self, tokens: Sequence[Hit]) -> list[int]:
        """The indexes of words that may be naming or deciding; few are."""
        notable = self._notable
        return [at for at, token in enumerate(tokens) if token[0] < notable]

    def stretches(self, tokens: Sequence[Hit], notable: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The words between edges where there is a type word, or the mark of an organisation.

        Both are among the words whose indexes are `notable`.
        """
        last = 0
        for at in notable:
            if at < last or tokens[at][0] not in self.deciding:
                continue
            first, last = at, at + 1
            while first and tokens[first - 1][0] not in self.cutting:
                first -= 1
            while last < len(tokens) and tokens[last][0] not in self.cutting:
                last += 1
            yield first, last


@per_packs
def words_of(label: str) -> tuple[str, ...]:
    """The words in and around names that have a label, the longest first."""
    lines = [pattern for pattern in _topic("words") if pattern.label == label]
    return tuple(sorted({word for each in lines for word in _strings(each)}, key=len, reverse=True))


@per_packs
def vocabulary() -> Vocabulary:
    """The words and names of the packs, built once for the packs in force."""
    words = _plain_words()
    named: dict[str, list[Pattern]] = {}
    guards: dict[str, Guard] = {}
    endings = {
        pattern.pattern: Guard(pattern.not_before, pattern.not_after)
        for pattern in _topic("guards")
    }
    for pattern in (each for topic in _NAMES for each in _topic(topic)):
        name = pattern.word
        named.setdefault(name, []).append(pattern)
        short = pattern.label == "county" and "reach" in pattern.meta
        ending = "short" if short else name[-1]
        if guard := endings.get(name) or endings.get(ending):
            guards[name] = guard
    for name, patterns in named.items():
        names = tuple(patterns)
        plain = words.get(name)
        words[name] = plain._replace(names=names) if plain else PlaceWord("name", names)
    for pattern in (*_topic("deixis"), *_topic("types"), *_topic("regions")):
        if pattern.not_before or pattern.not_after:
            guards[pattern.word] = Guard(pattern.not_before, pattern.not_after)
    first = [name for name, word in words.items() if word.is_naming or word.role in _DECIDING]
    ordered = dict.fromkeys([*first, *words])
    return Vocabulary(Gazetteer({name: words[name] for name in ordered}, guards))
