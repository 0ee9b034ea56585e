"""Which year a report is of: the one that it plans for.

That is the year of the congress it is given to, or the next for a congress in November or December.
Title, date and headings vote.
"""

from __future__ import annotations

import re
from collections import Counter

from govie.numbers.numerals import whole_number
from govie.packs import per_packs
from govie.sections.jurisdiction import HEAD, document_expression, document_words, is_report
from govie.text.glance import Seeker

__all__ = ["find_year"]

_DATED = 500
"""How much of one may hold the date of the congress, where no address ends its head."""
_TITLES = 200
"""How much of a document may hold its title."""


def find_year(title: str | None, text: str) -> int | None:
    """The year that a report plans for, by vote of title, congress date and headings.

    Of an article, which plans for none, the year of its title or else the one it names most.
    """
    head = text[:HEAD]
    votes: Counter[int] = Counter()
    if is_report(title, text):
        first_lines = (title or "") + "\n" + head[:_TITLES]
        _vote(votes, "YEAR_TITLE", first_lines, 3, once=True)
        _vote(votes, "YEAR_BEHIND", first_lines, 3, once=True)
        address = document_words("ADDRESS").search(head)
        dated = address.end() if address else _DATED
        _vote(votes, "DATE", head[:dated], 3, once=True)
        _vote(votes, "YEAR_AHEAD", text, 1)
        _vote(votes, "YEAR_BACK", text, 3, ahead=1)
        if not votes:
            _vote(votes, "YEAR_IS", text, 1)
    else:
        _vote(votes, "YEAR_NAMED", title or "", 99)
        _vote(votes, "YEAR_NAMED", text, 1)
    if not votes:
        _vote(votes, "DATE_WEAK", head, 1, once=True)
    return max(votes, key=lambda year: (votes[year], year)) if votes else None


@per_packs
def _years(label: str) -> Seeker:
    return Seeker(document_expression(label), re.MULTILINE)


def _vote(
    votes: Counter[int], label: str, text: str, weight: int, *, once: bool = False, ahead: int = 0
) -> None:
    """Give weight to the years that the patterns of a label find; November counts for the next."""
    for match in _years(label).finditer(text):
        if match["year"] is None:  # a line without the group
            continue
        month = match.groupdict().get("month")
        late = month is not None and whole_number(month) >= 11
        votes[whole_number(match["year"]) + ahead + late] += weight
        if once:
            break
