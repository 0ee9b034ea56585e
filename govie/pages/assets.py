"""Templates, scripts, style sheets, labels and colours: the files of ``static/``, inlined.

A page is one file that asks nothing of any network; its content security policy says so, and lets
no script run but the one that it was written with.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup

__all__ = ["asset", "json_asset", "label", "render"]

_BASE_STYLE = "base.css"


@cache
def asset(name: str) -> str:
    """The text of a file of ``static/``."""
    return (files("govie.pages") / "static" / name).read_text(encoding="utf-8")


@cache
def json_asset(name: str) -> Any:
    """What a JSON file of ``static/`` holds; not to be changed."""
    return json.loads(asset(name))


def label(key: str) -> Markup:
    """A label of the page in Chinese, which its script can put into English."""
    return Markup('<span data-label="{}">{}</span>').format(key, json_asset("labels.json")[key][0])


def render(template: str, *, styles: list[str], scripts: list[str], **values: Any) -> str:
    """A page of a template with the named style sheets and scripts."""
    script = "\n".join(["(() => {", '"use strict";', *map(asset, scripts), "})();"])
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        _environment()
        .get_template(template)
        .render(
            style=Markup("\n".join(map(asset, [_BASE_STYLE, *styles]))),
            script=Markup(script),
            script_source=f"sha256-{digest}",
            palette=json_asset("palette.json")["kinds"],
            labels=json_asset("labels.json"),
            label=label,
            **values,
        )
    )


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(asset),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # The filter "tojson" escapes < > & and ', so that no data can end the element that holds it.
    environment.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "separators": (",", ":"),
    }
    return environment
