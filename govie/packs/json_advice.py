"""What to do about a line that is no JSON: what people write who know it from other formats."""

from __future__ import annotations

__all__ = ["json_advice"]

_FULL_WIDTH = {"“": '"', "”": '"', "‘": '"', "’": '"', "：": ":", "，": ",", "｛": "{", "｝": "}"}
_CONSTANTS = ("True", "False", "None")


def json_advice(line: str, at: int) -> str:
    """Advice for a line that stops being JSON at a place."""
    bare = line.strip()
    if bare.startswith(("//", "#")):
        return "there are no comments in JSON; say it in the pack's header or in meta"
    if "{" not in bare and bare not in ("[", "]", "}", "},") and not bare.startswith('"'):
        return 'a pattern file is no table: {"label": "…", "pattern": "…"} on each line'
    if bare.startswith('"{""'):
        return "Excel put quotation marks around the line and doubled those in it; take them away"
    if line[at : at + 1] in _FULL_WIDTH:
        return f"{line[at]} is a Chinese sign; write {_FULL_WIDTH[line[at]]}"
    if line[at : at + 1] == "\\":
        return "a backslash is written twice in JSON"
    if line[at : at + 1] < " " and at < len(line):
        return "a tab within a string; leave it out"
    if line.startswith(_CONSTANTS, at):
        return "JSON writes true, false and null"
    if bare in "[]" or bare.endswith("},"):
        return "one object a line, without brackets around them or commas between them"
    if bare.count("{") > bare.count("}"):
        return "one whole object in braces on each line"
    return "one object in braces a line, keys and strings in double quotation marks"
