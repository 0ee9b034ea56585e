"""Pattern packs inside a saved or pickled pipeline.

A pipeline carries its packs, so that loading it needs nothing beside it. Of the default pack, which
comes with govie, only the digest is kept.
"""

from __future__ import annotations

import logging
from typing import Any

from govie.packs import DEFAULT, Pack, PackSet, headed, open_pack, pack_set
from govie.packs.files import HEADER, TextFiles

__all__ = ["dump_packs", "restore_packs"]

_LOG = logging.getLogger("govie")


def dump_packs(packs: PackSet) -> list[dict[str, Any]]:
    """Name, digest and, but for the default pack, the files of each pack; JSON-ready."""
    return [_dump(pack) for pack in packs.packs]


def _dump(pack: Pack) -> dict[str, Any]:
    plain: dict[str, Any] = {"name": pack.name, "digest": pack.digest}
    if pack.name != DEFAULT:
        plain["files"] = {name: pack.files.read(name) for name in pack.files.names}
        if header := pack.files.header():
            plain["files"][HEADER] = header
    return plain


def restore_packs(saved: list[dict[str, Any]]) -> PackSet:
    """The packs of a saved pipeline.

    A default pack that has changed since is used as it is now, with a warning in the log.
    """
    packs = []
    for entry in saved:
        if "files" in entry:
            packs.append(headed(TextFiles(entry["files"]), entry["name"]))
            continue
        pack = open_pack(DEFAULT)
        if pack.digest != entry["digest"]:
            _LOG.warning("the pipeline was saved with another edition of the default patterns")
        packs.append(pack)
    return pack_set() if packs == list(pack_set().packs) else PackSet(packs)
