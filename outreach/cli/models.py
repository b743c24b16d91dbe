"""``outreach models``: what can be pulled, what is here, and which one drafts."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO, TypeVar

from outreach import models
from outreach.domain.errors import Cancelled
from outreach.models.amounts import in_bytes, in_time
from outreach.settings import NO_MODEL, Paths, load_settings, save_settings

_Parser = TypeVar("_Parser", bound=argparse.ArgumentParser)

_REDRAW_S = 0.2
_LINE_S = 10.0
_LINE_SHARE = 0.05


def add_parser(subparsers: argparse._SubParsersAction[_Parser]) -> None:
    """Add ``models`` and what it can do."""
    parser = subparsers.add_parser("models", help="list, pull and choose the models that write")
    parser.set_defaults(run=run)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="what can be had, what is here, what suits this machine")
    listing.add_argument("--json", action="store_true", help="print one JSON object")
    pull = actions.add_parser("pull", help="download a model; an interrupted pull goes on where it stopped")
    pull.add_argument("id", nargs="?", default="", metavar="ID", help="default: the one recommended for this machine")
    add = actions.add_parser("add", help="use a GGUF file of your own, where it stands")
    add.add_argument("file", type=Path, metavar="FILE.gguf")
    add.add_argument("--id", default="", help="what to call it; default: made from the file's name")
    use = actions.add_parser("use", help="choose the model that drafts")
    use.add_argument(
        "id",
        nargs="?",
        default="",
        metavar="ID",
        help="default: the one recommended for this machine; “none”: templates alone",
    )
    for name, text in (
        ("verify", "read a model's whole file and compare its sha256"),
        ("remove", "delete a pulled model, or forget a file of your own"),
    ):
        actions.add_parser(name, help=text).add_argument("id", metavar="ID")


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Do what ``args`` say; the exit status.

    Raises:
        OutreachError: it cannot be done; message and hint say why and what would help.
    """
    actions: dict[str, Callable[[argparse.Namespace, Paths], None]] = {
        "list": _list,
        "pull": _pull,
        "add": _add,
        "use": _use,
        "verify": _verify,
        "remove": _remove,
    }
    try:
        actions[args.action](args, paths)
    except KeyboardInterrupt:
        kept = "What was pulled is kept; the same command goes on from there." if args.action == "pull" else ""
        raise Cancelled("Stopped.", kept) from None
    return 0


class PullLines:
    """Shows a pull on a stream: one line that is redrawn on a terminal, else a line every 5 % or ten seconds."""

    def __init__(self, model_id: str, stream: TextIO) -> None:
        self._id = model_id
        self._stream = stream
        self._redraws = stream.isatty()
        self._shown: models.PullProgress | None = None
        self._when = 0.0

    def __call__(self, progress: models.PullProgress) -> None:
        """Show ``progress`` if it is time to, and a note always."""
        if progress.note:
            self._print(progress.note)
        elif self._is_due(progress):
            self._shown, self._when = progress, time.monotonic()
            self._print(self._line(progress), stays=progress.state == "done")

    def _is_due(self, progress: models.PullProgress) -> bool:
        before = self._shown
        if before is None or before.state != progress.state or before.source != progress.source:
            return True
        since = time.monotonic() - self._when
        if self._redraws:
            return since >= _REDRAW_S
        if progress.state != "fetching":
            return False
        return since >= _LINE_S or progress.done - before.done >= _LINE_SHARE * progress.total

    def _line(self, progress: models.PullProgress) -> str:
        if progress.state == "waiting":
            return f"{self._id}: waiting for another Outreach that pulls it"
        if progress.state == "done":
            return f"{self._id}: {in_bytes(progress.total)}, checked"
        share = f"{100 * progress.done // progress.total:3d} %"
        amount = f"{in_bytes(progress.done)} of {in_bytes(progress.total)}"
        if progress.state == "checking":
            return f"{self._id}: checking the sha256" + (f"  {share}" if self._redraws else "")
        speed = f", {in_bytes(int(progress.bytes_per_second))}/s" if progress.bytes_per_second else ""
        left = f", {in_time(progress.seconds_left)} left" if progress.seconds_left is not None else ""
        return f"{self._id}: {share}  {amount} from {progress.source}{speed}{left}"

    def _print(self, text: str, *, stays: bool = True) -> None:
        if self._redraws:
            self._stream.write(f"\r\x1b[K{text}" + ("\n" if stays else ""))
        else:
            self._stream.write(f"{text}\n")
        self._stream.flush()


def _list(args: argparse.Namespace, paths: Paths) -> None:
    entries = models.load_catalog()
    free = models.free_memory()
    advice = models.recommend(entries, free)
    here = {model.id: model for model in models.installed(paths.models, entries)}
    chosen = load_settings(paths).model
    in_use = "" if chosen == NO_MODEL else chosen or (advice.entry.id if advice.entry.id in here else "")
    rows: list[dict[str, object]] = [
        {
            "id": entry.id,
            "purpose": entry.purpose,
            "bytes": entry.bytes,
            "memory_bytes": entry.memory_bytes,
            "context": entry.context,
            "licence": entry.licence,
            "sha256": entry.sha256,
            "here": entry.id in here,
            "path": str(here[entry.id].path) if entry.id in here else None,
            "own": False,
            "recommended": entry == advice.entry,
            "in_use": entry.id == in_use,
        }
        for entry in entries
    ]
    rows += [
        {
            "id": model.id,
            "purpose": "Your own file",
            "bytes": model.bytes,
            "memory_bytes": None,
            "context": None,
            "licence": None,
            "sha256": model.sha256,
            "here": model.id in here,
            "path": str(model.path),
            "own": True,
            "recommended": False,
            "in_use": model.id == in_use,
        }
        for model in models.own_models(paths.models)
    ]
    if args.json:
        summary = {
            "recommended": advice.entry.id,
            "why": advice.why,
            "free_memory_bytes": free,
            "in_use": in_use or None,
        }
        print(json.dumps({**summary, "models": rows}, ensure_ascii=False))
    else:
        print(_as_text(rows, advice))
        if chosen == NO_MODEL:
            print("Drafts come from templates alone, as you chose.")


def _as_text(rows: list[dict[str, object]], advice: models.Recommendation) -> str:
    lines = []
    for row in rows:
        marks = [
            "here" if row["here"] else "gone" if row["own"] else "",
            "in use" if row["in_use"] else "",
            "recommended" if row["recommended"] else "",
        ]
        size = in_bytes(int(str(row["bytes"])))
        memory = f", {in_bytes(int(str(row['memory_bytes'])))} of memory" if row["memory_bytes"] else ""
        lines.append(f"{row['id']:<15} {size + memory:<26} {', '.join(mark for mark in marks if mark)}".rstrip())
        lines.append(f"    {row['path'] if row['own'] else row['purpose']}")
    lines += ["", f"Recommended for this machine: {advice.entry.id}.", f"    {advice.why}"]
    if not any(row["recommended"] and row["here"] for row in rows):
        lines.append("Pull it with: outreach models pull")
    return "\n".join(lines)


def _pull(args: argparse.Namespace, paths: Paths) -> None:
    entries = models.load_catalog()
    if not args.id:
        advice = models.recommend(entries, models.free_memory())
        entry = advice.entry
        print(f"{entry.id} is recommended for this machine: {advice.why}", file=sys.stderr)
    else:
        entry = models.entry_of(args.id, entries)
    print(models.pull(entry, paths.models, progress=PullLines(entry.id, sys.stderr)))


def _add(args: argparse.Namespace, paths: Paths) -> None:
    model = models.add(paths.models, args.file, args.id, models.load_catalog())
    print(f"Added as “{model.id}” ({in_bytes(model.bytes)}). Use it with: outreach models use {model.id}")


def _use(args: argparse.Namespace, paths: Paths) -> None:
    if not args.id:
        save_settings(paths, load_settings(paths).with_model(""))
        print("The model recommended for this machine drafts, once it is here.")
        return
    if args.id == NO_MODEL:
        save_settings(paths, load_settings(paths).with_model(NO_MODEL))
        print("Drafts come from templates alone from now on. With a model again: outreach models use")
        return
    model = models.find(args.id, paths.models, models.load_catalog())
    save_settings(paths, load_settings(paths).with_model(model.id))
    print(f"“{model.id}” drafts from now on.")


def _verify(args: argparse.Namespace, paths: Paths) -> None:
    model = models.verify(paths.models, args.id, models.load_catalog())
    print(f"“{model.id}” is intact: {in_bytes(model.bytes)}, sha256 {model.sha256}")


def _remove(args: argparse.Namespace, paths: Paths) -> None:
    entries = models.load_catalog()
    model = models.remove(paths.models, args.id, entries)
    if model is None:
        print(f"“{args.id}” was not here.")
    elif model.own:
        print(f"“{model.id}” is forgotten; {model.path} stays where it is.")
    else:
        print(f"“{model.id}” is removed; {in_bytes(model.bytes)} are free again.")
    if load_settings(paths).model == args.id:
        save_settings(paths, load_settings(paths).with_model(""))
