"""An explanation for reading in a terminal: the sentence, the answer, and the steps to it."""

from __future__ import annotations

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govie.explain import Explanation, Step

__all__ = ["print_explanation"]

_STYLES = {
    "found": "green",
    "cut": "cyan",
    "guarded": "magenta",
    "lost": "magenta",
    "out": "yellow",
    "none": "dim",
}
_LONGEST = 24
"""Characters of the text in question that are shown."""
_NARROWEST = 8
"""Columns that they have at least."""
_GAPS = 6
"""Columns between those of the table."""


def print_explanation(console: Console, explanation: Explanation) -> None:
    """Print an explanation; the place stands in 【】, colours only where the console has them."""
    console.print(_sentence(explanation))
    place = f"{explanation.start}–{explanation.end}"
    verdict = Text(f"{place}  {explanation.verdict}", style="bold")
    console.print(verdict)
    console.print(_steps(explanation.steps, console.width))
    console.print()


def _sentence(explanation: Explanation) -> Text:
    """The sentence with the place marked."""
    sentence, place = explanation.sentence, explanation.text
    at = explanation.sentence_at
    marked = Text(sentence[:at])
    marked.append(f"【{place}】", style="bold reverse")
    marked.append(sentence[at + len(place) :])
    return marked


def _steps(steps: tuple[Step, ...], width: int) -> Table:
    """A table of a row for each step; lines of pattern files stand whole under what it says."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("rule", no_wrap=True)
    table.add_column("text", overflow="fold", max_width=_room_for_text(steps, width))
    table.add_column("what it says, by which line", overflow="fold")
    topic = ""
    for step in steps:
        style = _STYLES.get(step.outcome, "")
        says = Text(step.says, style=style)
        for source in step.sources:
            says.append(f"\n{source}", style="dim")
        rule = "" if step.topic == topic else step.topic
        table.add_row(rule, Text(_short(step.text), style=style), says)
        topic = step.topic
    return table


def _room_for_text(steps: tuple[Step, ...], width: int) -> int:
    """Columns that the text in question may take, such that no file and line is broken."""
    rule = max((len(step.topic) for step in steps), default=0)
    widest = max((cell_len(source) for step in steps for source in step.sources), default=0)
    return max(_NARROWEST, width - rule - max(widest, width // 2) - _GAPS)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
