"""An explanation for reading in a terminal: the sentence, the answer, and the steps to it."""

from __future__ import annotations

from rich import box
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


def print_explanation(console: Console, explanation: Explanation) -> None:
    """Print an explanation; the place stands in 【】, colours only where the console has them."""
    console.print(_sentence(explanation))
    place = f"{explanation.start}–{explanation.end}"
    verdict = Text(f"{place}  {explanation.verdict}", style="bold")
    console.print(verdict)
    console.print(_steps(explanation.steps))
    console.print()


def _sentence(explanation: Explanation) -> Text:
    """The sentence with the place marked."""
    sentence, place = explanation.sentence, explanation.text
    at = explanation.sentence_at
    marked = Text(sentence[:at])
    marked.append(f"【{place}】", style="bold reverse")
    marked.append(sentence[at + len(place) :])
    return marked


def _steps(steps: tuple[Step, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in ("rule", "text", "what it says", "line"):
        table.add_column(column, overflow="fold")
    topic = ""
    for step in steps:
        style = _STYLES.get(step.outcome, "")
        table.add_row(
            "" if step.topic == topic else step.topic,
            Text(_short(step.text), style=style),
            Text(step.says, style=style),
            Text("\n".join(step.sources), style="dim"),
        )
        topic = step.topic
    return table


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
