"""What is dirt in a raw text: white space, line breaks, page furniture, full-width forms.

:func:`fold` and :func:`settle_punctuation` bring characters into one form, one for one, so that
offsets survive; :func:`find_gaps` says which stretches of a folded text a reader would not see, and
what stands in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from govie.packs import load_patterns, per_packs
from govie.text.characters import whole
from govie.text.glance import Seeker
from govie.text.paragraphs import is_paragraph_break

__all__ = ["Gap", "find_gaps", "fold", "settle_punctuation"]


class Gap(NamedTuple):
    """Characters ``start:end`` that the clean text leaves out.

    ``keep`` is what the clean text has instead: nothing, one space, or one line break.
    ``broken`` is true where the gap holds a line break.
    """

    start: int
    end: int
    keep: str
    broken: bool


_FULL_WIDTH = {chr(c + 0xFEE0): chr(c) for c in range(0x21, 0x7F) if chr(c).isalnum()}
_FOLD = (
    _FULL_WIDTH
    | dict(
        zip(
            "％℅﹪＋－−﹣．／～〜∶＆＊＝＜＞＠＾＿｜＃＄￥",
            "%%%+---./~~：&*=<>@^_|#$¥",
            strict=True,
        )
    )
    | dict(zip(",;:!?()﹐﹔﹕", "，；：！？（），；：", strict=True))
    | dict(zip("［］「」『』〝〞＂", '[]“”‘’“”"', strict=True))
)
_FOLDED = re.compile("[" + re.escape("".join(_FOLD)) + "]")
_LITERAL_BREAK = re.compile(r"\\r\\n|\\n(?![a-z])")


def fold(raw: str) -> str:
    """The text with every character in its one form; same length as the input.

    Line breaks that a data base stored as the characters ``\\r\\n`` become real ones.
    """
    if "\\" in raw:
        raw = _LITERAL_BREAK.sub(lambda match: "\n" * len(match[0]), raw)
    raw = whole(raw)
    # One replacement for each character that is there at all: faster than looking up every one.
    for char in set(_FOLDED.findall(raw)):
        raw = raw.replace(char, _FOLD[char])
    return raw


_BETWEEN_DIGITS = re.compile(
    r"[：，。](?:(?<=[0-9]：)(?=[0-9])|(?<=[0-9]，)(?=[0-9]{3}(?![0-9]))"
    r"|(?<=[0-9]。)(?=[0-9]{1,2}[%‰]))"
)
_ASCII = {"：": ":", "，": ",", "。": "."}


def settle_punctuation(clean: str) -> str:
    """Set colons, commas and points between digits as ASCII, and pair straight quotation marks.

    Works on text whose gaps are closed already; same length as the input.
    """
    clean = _BETWEEN_DIGITS.sub(lambda match: _ASCII[match[0]], clean)
    return "\n".join(map(_pair_quotes, clean.split("\n"))) if '"' in clean else clean


def _pair_quotes(paragraph: str) -> str:
    """Straight double quotes become opening and closing ones in turn."""
    parts = paragraph.split('"')
    marked = [parts[0]]
    for number, part in enumerate(parts[1:]):
        marked.append(("”" if number % 2 else "“") + part)
    return "".join(marked)


_INVISIBLE = (
    r"\s\x00-\x1f\x7f-\x9f\xad\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u2069\ufe0e\ufe0f\ufeff\ufff9-\ufffb"
)
_WORD_LETTER = re.compile(r"[A-Za-z]")
_LINE_BREAK = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")


@per_packs
def _gap_pattern() -> Seeker:
    """White space and page furniture in one pass."""
    furniture = [pattern.regex for pattern in load_patterns("furniture") if pattern.regex]
    return Seeker("|".join([rf"[{_INVISIBLE}]+", *furniture]), re.MULTILINE)


def find_gaps(folded: str) -> Iterator[Gap]:
    """The gaps of a folded text in order, adjacent ones merged."""
    start = end = -1
    for match in _gap_pattern().finditer(folded):
        if match.start() != end:
            if end >= 0:
                yield _gap(folded, start, end)
            start = match.start()
        end = match.end()
    if end >= 0:
        yield _gap(folded, start, end)


def _gap(folded: str, start: int, end: int) -> Gap:
    """Decide what the gap ``folded[start:end]`` leaves behind."""
    if start == 0 or end == len(folded):
        return Gap(start, end, "", False)
    if _LINE_BREAK.search(folded, start, end):
        keep = "\n" if is_paragraph_break(folded, start, end) else ""
        return Gap(start, end, keep, True)
    between_words = _WORD_LETTER.match(folded, start - 1) and _WORD_LETTER.match(folded, end)
    return Gap(start, end, " " if between_words else "", False)
