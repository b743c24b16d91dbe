"""Getting a draft out of the app: onto the clipboard, or as the text of a file."""

from __future__ import annotations

import asyncio
import unicodedata
from typing import Any

from textual.app import App

from outreach.domain.draft import Kind
from outreach.tui.compose.clipboard import copy_with_tmux, copy_with_tool
from outreach.tui.keys import key_of
from outreach.tui.text import shown


def copy(app: App[Any], part: str, text: str) -> None:
    """Copy ``text``, called ``part``, and say what is known of where it went; at once, however long a tool takes."""
    app.run_worker(_copied(app, part, shown(text)), group="copy", exit_on_error=False)


async def _copied(app: App[Any], part: str, text: str) -> None:
    file = key_of(app, "draft.write-file")
    if await asyncio.to_thread(copy_with_tool, text):
        sent = f" Once it is sent, {key_of(app, 'draft.sent')} logs that." if part == "body" else ""
        app.notify(f"The {part} is on the clipboard; {file} writes a file.{sent}", markup=False)
        return
    # Nobody answers, whoever takes it: so this is all there is to say.
    app.copy_to_clipboard(text)
    await asyncio.to_thread(copy_with_tmux, text)
    app.notify(
        f"The {part} was sent to the terminal’s clipboard. If paste shows nothing, write it to a file with {file}.",
        markup=False,
        timeout=8,
    )


def as_file(subject: str, body: str) -> str:
    """The message as it stands in a file; one without a subject, such as a note on LinkedIn, is its body alone."""
    head = f"Subject: {shown(subject)}\n\n" if subject.strip() else ""
    return f"{head}{shown(body).rstrip()}\n"


_SUBJECT = "Subject:"


def as_lines(subject: str, body: str) -> str:
    """The message as it is edited elsewhere; the subject on the first line."""
    return f"{_SUBJECT} {subject}\n\n{body}"


def from_lines(text: str, subject: str) -> tuple[str, str]:
    """Subject and body of a message that was edited elsewhere; ``subject``, where its line was taken away."""
    first, _, rest = text.partition("\n")
    if not first.casefold().startswith(_SUBJECT.casefold()):
        return subject, text
    return first[len(_SUBJECT) :].strip(), rest.removeprefix("\n")


def file_name(kind: Kind, name: str) -> str:
    """A name for the file of a draft, in letters that every system takes."""
    return f"{kind.value}-{_ascii(name)}.{'md' if kind is Kind.AGENDA else 'txt'}"


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L"))
    words = "".join(mark if mark.isascii() and mark.isalnum() else " " for mark in plain if mark.isascii()).split()
    return "-".join(words).lower() or "mentor"
