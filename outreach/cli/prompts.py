"""``outreach prompts``: the prompts and sentences that drafts are made of, and the user's own in their place."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import difflib
import os
import shlex
import subprocess
from pathlib import Path

from outreach.cli import output
from outreach.domain.errors import BadInput, StoreUnusable
from outreach.drafting.rehearsal import rehearse
from outreach.exchange.case_file import read_case
from outreach.resources import prompts_folder
from outreach.settings import Paths
from outreach.templates.checking import Folders, Listed
from outreach.templates.files import Trouble, read, same_blocks
from outreach.templates.language import Fault

_WHERE = "`outreach prompts edit NAME` makes one your own."


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Do what ``args`` ask for; the exit status.

    Raises:
        OutreachError: there is no such prompt, or a file cannot be read or written.
    """
    folders = Folders(prompts_folder(), paths.prompts)
    typed = getattr(args, "name", None)
    name = "" if typed is None else _name(typed, folders)
    if args.action == "list":
        return _list(folders, args.json)
    if args.action == "show":
        return _show(folders, name, args.builtin)
    if args.action == "check":
        return _check(folders, name, args.json)
    if args.action == "edit":
        return _edit(folders, name, paths)
    return _diff(folders, name)


def _name(typed: str, folders: Folders) -> str:
    """The file meant by ``first-contact``, ``first-contact.j2``, a path to it, or ``hook`` for ``hook.prompt``."""
    names = folders.names()
    wanted = Path(typed).name
    for name in (wanted, f"{wanted}.j2", f"{wanted}.prompt.j2"):
        if name in names:
            return name
    known = [_short(name) for name in names]
    near = difflib.get_close_matches(wanted.removesuffix(".j2").casefold(), known, 1, cutoff=0.4)
    hint = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(known)}."
    raise BadInput(f"There is no prompt “{typed}”.", hint)


def _short(name: str) -> str:
    return name.removesuffix(".j2")


def _list(folders: Folders, json: bool) -> int:
    rows = folders.listed()
    if json:
        output.write(output.as_json([_row(row) for row in rows]))
        return 0
    width = max(len(_short(row.name)) for row in rows)
    for row in rows:
        purpose = row.purpose.split(". ")[0].rstrip(".")
        output.write(f"{_short(row.name):<{width}}  {_whose(row):<8}  {purpose}".rstrip() + "\n")
    for trouble in folders.strangers():
        output.say(str(trouble))
    output.say(f"Yours are in {folders.own}. {_WHERE}")
    return 0


def _whose(row: Listed) -> str:
    if row.own is None:
        return "built-in"
    return f"yours: {', '.join(row.blocks)}" if row.blocks else "yours"


def _row(row: Listed) -> dict[str, object]:
    return {
        "name": _short(row.name),
        "purpose": row.purpose,
        "source": "yours" if row.own else "built-in",
        "file": str(row.own) if row.own else None,
        "blocks": list(row.blocks),
    }


def _show(folders: Folders, name: str, builtin: bool) -> int:
    own = None if builtin else _text(folders.own / name)
    output.write(own if own is not None else _text(folders.built_in / name) or "")
    return 0


def _check(folders: Folders, name: str, json: bool) -> int:
    names = [name] if name else folders.names()
    # Also a link that leads nowhere: a draft would not find what the user meant to give it.
    checked = [one for one in names if os.path.lexists(folders.own / one)]
    troubles = [*_troubles(folders, checked), *([] if name else folders.strangers())]
    if json:
        found = [
            {"name": _short(one.name), "file": str(one.path), "line": one.line, "message": one.message}
            for one in troubles
        ]
        shown = {"ok": not troubles, "checked": [_short(one) for one in checked], "troubles": found}
        output.write(output.as_json(shown))
        return 1 if troubles else 0
    for trouble in troubles:
        output.write(f"{trouble}\n")
    broken = {trouble.name for trouble in troubles}
    for one in checked:
        if one not in broken:
            output.write(f"{folders.own / one}: all right\n")
    if not checked and not troubles:
        which = f"“{_short(name)}” is the built-in one" if name else "All prompts are the built-in ones"
        output.say(f"{which}. {_WHERE}")
    return 1 if troubles else 0


def _troubles(folders: Folders, names: list[str]) -> list[Trouble]:
    if not names:
        return []
    sample = read_case(folders.built_in / "sample.toml")
    day = sample.meeting.date if sample.meeting and sample.meeting.date else dt.date.today()
    trials = rehearse(folders, sample, day - dt.timedelta(days=7), names)
    return [trouble for name in names for trouble in folders.check(name, trials)]


def _edit(folders: Folders, name: str, paths: Paths) -> int:
    own = folders.own / name
    made = _copied(folders, name, paths)
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not editor.strip():
        output.write(f"{own}\n")
        output.say("Set VISUAL or EDITOR to open it from here; `outreach prompts check` tries it.")
        return 0
    try:
        status = subprocess.run([*shlex.split(editor), str(own)], check=False).returncode
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise BadInput(f"The editor “{editor}” cannot be started ({reason}).", f"The prompt is in {own}.") from error
    if status:
        output.say(f"The editor ended with status {status}. What it wrote is kept.")
    if made and _same(own, folders.built_in / name):
        # A copy that says nothing new would only hide the built-in one of later versions.
        with contextlib.suppress(OSError):
            own.unlink()
        output.say("Nothing was changed: the built-in one stays in use.")
        return 0
    return _check(folders, name, json=False)


def _copied(folders: Folders, name: str, paths: Paths) -> bool:
    """Put a copy of the built-in file where the user's belongs, unless one is there; whether it was made."""
    paths.ensure(paths.config)
    own = paths.ensure(folders.own) / name
    try:
        with open(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123
            file.write((folders.built_in / name).read_bytes())
    except FileExistsError:
        return False
    except OSError as error:
        raise StoreUnusable(f"{own}: cannot be written ({error.strerror}).", "Set OUTREACH_HOME.") from error
    return True


def _same(one: Path, other: Path) -> bool:
    try:
        return one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _diff(folders: Folders, name: str) -> int:
    names = [name] if name else folders.names()
    for one in names:
        own = _text(folders.own / one)
        if own is None:
            if name:
                output.say(f"“{_short(one)}” is the built-in one. {_WHERE}")
            continue
        built_in = same_blocks(_text(folders.built_in / one) or "", own)
        lines = difflib.unified_diff(
            built_in.splitlines(), own.splitlines(), f"built-in/{one}", str(folders.own / one), lineterm=""
        )
        output.write("".join(f"{line}\n" for line in lines))
    return 0


def _text(path: Path) -> str | None:
    try:
        return read(path)
    except Fault as fault:
        raise BadInput(f"{path}:{fault.line or 1}: {fault.message}.") from fault
