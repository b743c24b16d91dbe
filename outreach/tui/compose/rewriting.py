"""One section of a draft made anew: asked for in a menu, tried in the stream, put into the text as one change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.screen import Screen

from outreach.domain.draft import Revision, Section, Wish
from outreach.domain.errors import Cancelled
from outreach.drafting.events import DraftEvent, DraftFinished, Trying
from outreach.tui.compose.basis import Basis
from outreach.tui.compose.findings import Place
from outreach.tui.compose.reviewed_text import ReviewedText
from outreach.tui.compose.saying import Say
from outreach.tui.compose.section_menu import Asked, SectionMenu
from outreach.tui.compose.sections import nth, section_name
from outreach.tui.compose.visit import Visit, section_at, standing
from outreach.tui.keys import key_of
from outreach.tui.stream import Job, Stream
from outreach.tui.text import Plain, content, one_line

_LEAST_ROOM = 20


@dataclass(frozen=True, slots=True)
class _Task:
    """One section to be made anew."""

    job: Job[DraftEvent]
    at: int
    """Its number in the revision that it is made from."""
    section: Section


class RewritingLine(Plain):
    """Shown only while a section is made anew."""

    DEFAULT_CSS = "RewritingLine { height: 1; padding: 0 2; display: none; }"

    def tell(self, section: Section, tried: Trying | None) -> None:
        """Show the try under way."""
        name = section_name(section.name)
        head = f"{name}, {nth(tried.attempt)} try: " if tried else f"{name}: looking for words …"
        tail = f"  {key_of(self, 'draft.leave')} stops"
        text = one_line(tried.text) if tried else ""
        room = max(_LEAST_ROOM, self.app.size.width - 4 - len(head) - len(tail))
        # The end of the try is where something happens.
        text = text if len(text) <= room else f"…{text[1 - room :]}"
        self.show(content(head, "bold") + content(text, "dim italic") + content(tail, "bold"))
        self.display = True


class Rewriting:
    """Has sections of ``words`` made anew, one at a time."""

    def __init__(self, screen: Screen[Any], stream: Stream, line: RewritingLine, words: ReviewedText) -> None:
        self._screen = screen
        self._stream = stream
        self.line = line
        self._words = words
        self._task: _Task | None = None

    @property
    def wanted(self) -> bool:
        """Whether something is to come of it."""
        return self._task is not None

    def say_busy(self) -> None:
        """Say why nothing else can be made now, and what stops it."""
        self._say(f"One section is being made anew; {key_of(self._screen, 'draft.leave')} stops that.")

    def ask(self, revision: Revision, basis: Basis, another: Callable[[], None]) -> None:
        """Ask how the section at the cursor is to be made anew; ``another`` makes another draft of it all."""
        at = section_at(revision.sections, self._words.cursor)
        if at is None:
            menu, another_draft = (key_of(self._screen, name) for name in ("draft.rewrite", "section.draft"))
            self._say(f"Nothing here can be made anew. {menu} and {another_draft} make another draft.")
            return

        def asked(answer: Asked | None) -> None:
            if answer is not None and answer.wish is None:
                another()
            elif answer is not None and answer.wish is not None:
                self.begin(revision, answer.at, answer.wish, basis)

        def show_section(section: Section | None) -> None:
            self._words.point_at(_place(section))

        self._screen.app.push_screen(SectionMenu(revision.sections, at, basis.grounds, show_section), asked)

    def build_on(self, fact_id: str, revision: Revision, basis: Basis) -> None:
        """Build a section on this fact: the one at the cursor where it is built on one, else the first that is."""
        at = section_at(revision.sections, self._words.cursor)
        built = [number for number, section in enumerate(revision.sections) if basis.grounds.of(section)]
        if at is None or not built:
            self._say("No section of this text is built on a fact of your choice.")
            return
        self.begin(revision, at if at in built else built[0], Wish.AGAIN, basis, fact_id)

    def begin(self, revision: Revision, at: int, wish: Wish, basis: Basis, fact: str = "") -> None:
        """Make section number ``at`` of ``revision`` anew; ``fact``: id of the one to build it on."""
        if self._stream.busy:
            self.say_busy()
            return
        section = revision.sections[at]
        if (place := _place(section)) is not None:
            self._words.enter(place)
        self._task = _Task(self._stream.read(lambda: basis.remake(revision, at, wish, fact)), at, section)
        self.line.tell(section, None)

    def drop(self) -> None:
        """Want nothing any more of the work under way; the text stays."""
        self._stream.drop()
        self._over()
        self._say("Stopped. The text is as it was.")

    # -- what comes of it --------------------------------------------------------------------------
    def happened(self, event: DraftEvent, visit: Visit) -> None:
        """Take an event of the section under way; ``visit`` hears of the revision that comes of it."""
        task = self._task
        if task is None:
            return
        if isinstance(event, Trying):
            self.line.tell(task.section, event)
        elif isinstance(event, DraftFinished):
            self._finished(task, event.revision, visit)

    def _finished(self, task: _Task, revision: Revision, visit: Visit) -> None:
        place = standing(task.section.text, self._words.text[1], task.section.start or 0)
        if place is None:
            self._say("You have changed these words meanwhile; they stay.")
            return
        visit.add(revision, task.at)
        self._words.put(revision.sections[task.at].text, place)

    def ended(self, job: Job[DraftEvent]) -> None:
        """This job is over."""
        if self._task is None or self._task.job is not job:
            return
        if job.error is not None and not isinstance(job.error, Cancelled):
            self._screen.post_message(Say(str(job.error), seconds=8, grave=True))
        self._over()

    def _over(self) -> None:
        self._task = None
        self.line.display = False

    def _say(self, text: str) -> None:
        self._screen.post_message(Say(text))


def _place(section: Section | None) -> Place | None:
    return None if section is None or section.start is None or section.end is None else (section.start, section.end)
