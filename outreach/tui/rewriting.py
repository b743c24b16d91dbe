"""One section of a draft made anew: asked for in a menu, tried in a thread, put into the text as one change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from textual import work
from textual.message import Message
from textual.worker import Worker, WorkerState

from outreach.domain.draft import Revision, Section, Wish
from outreach.domain.errors import Cancelled, OutreachError
from outreach.drafting.events import DraftEvent, DraftFinished, Trying
from outreach.tui.reviewed_text import ReviewedText
from outreach.tui.section_menu import Asked, Grounds, SectionMenu
from outreach.tui.sections import nth, section_name
from outreach.tui.text import Plain, content, one_line
from outreach.tui.visit import Visit, section_at, standing

_SECONDS_BETWEEN_TRIES_SHOWN = 0.1
_LEAST_ROOM = 20


Remake = Callable[[Revision, int, Wish], Iterator[DraftEvent]]
"""A revision, the number of a section and a wish → what happens, to ``DraftFinished``."""


@dataclass
class Job:
    """One section to be made anew."""

    at: int
    """Its number in the revision that it is made from."""
    section: Section
    make: Callable[[], Iterator[DraftEvent]]
    stopped: bool = False
    """What comes of it is not wanted any more."""


class Rewriting(Plain):
    """The line is shown only while there is work. One job at a time: a thread cannot be ended from outside."""

    DEFAULT_CSS = "Rewriting { height: 1; padding: 0 2; display: none; }"

    @dataclass
    class DraftWanted(Message):
        """Not one section: another draft of it all."""

    @dataclass
    class Dropped(Message):
        """Nothing is wanted any more of the work under way: the engine can stop."""

    @dataclass
    class Done(Message):
        """The section says something else."""

        job: Job
        revision: Revision

    @dataclass
    class Refused(Message):
        """Nothing came of it; the text is as it was."""

        job: Job
        error: OutreachError

    def __init__(self, visit: Visit, remake: Remake) -> None:
        super().__init__("", id="rewriting")
        self._visit = visit
        self._remake = remake
        self._words: ReviewedText | None = None
        self._job: Job | None = None
        self._try: Trying | None = None

    def on_mount(self) -> None:
        self.set_interval(_SECONDS_BETWEEN_TRIES_SHOWN, self._show)

    @property
    def busy(self) -> bool:
        """Whether the thread is at work, also where nothing is wanted of it any more."""
        return self._job is not None

    @property
    def wanted(self) -> bool:
        """Whether something is to come of it."""
        return self._job is not None and not self._job.stopped

    def ask(self, current: Callable[[str, str], Revision], words: ReviewedText, grounds: Grounds) -> None:
        """Ask how the section at the cursor of ``words`` is to be made anew; ``current`` reviews a text at once."""
        revision = current(*words.text)
        at = section_at(revision.sections, words.cursor)
        if at is None:
            self._say("Nothing here can be made anew. F8 and d make another draft.")
            return

        def asked(answer: Asked | None) -> None:
            if answer is not None and answer.wish is None:
                self.post_message(self.DraftWanted())
            elif answer is not None and answer.wish is not None and self.busy:
                self._say("One section is being made anew; Esc stops that.")
            elif answer is not None and answer.wish is not None:
                self._begin(revision, answer.at, answer.wish, words)

        def show_section(section: Section | None) -> None:
            words.point_at(_place(section))

        self.app.push_screen(SectionMenu(revision.sections, at, grounds, show_section), asked)

    def drop(self) -> None:
        """Want nothing any more of the work under way; the text stays."""
        if self._job is not None:
            self._job.stopped = True
            self.post_message(self.Dropped())
            self._say("Stopped. The text is as it was.")
        self._show()

    def _begin(self, revision: Revision, at: int, wish: Wish, words: ReviewedText) -> None:
        section = revision.sections[at]
        if (place := _place(section)) is not None:
            words.enter(place)
        self._words = words
        self._job, self._try = Job(at, section, lambda: self._remake(revision, at, wish)), None
        self._show()
        self._run(self._job)

    def on_rewriting_done(self, message: Done) -> None:
        message.stop()
        job, section = message.job, message.revision.sections[message.job.at]
        if job.stopped or self._words is None:
            return
        place = standing(job.section.text, self._words.text[1], job.section.start or 0)
        if place is None:
            self._say("You have changed these words meanwhile; they stay.")
            return
        self._visit.add(message.revision, job.at)
        self._words.put(section.text, place)

    def on_rewriting_refused(self, message: Refused) -> None:
        message.stop()
        if not message.job.stopped:
            self.app.notify(str(message.error), markup=False, severity="warning", timeout=6)

    @work(thread=True, exit_on_error=False, group="rewrite")
    def _run(self, job: Job) -> None:
        try:
            for event in job.make():
                if job.stopped:
                    return
                if isinstance(event, Trying):
                    # Tries come piece by piece: only the latest is kept, and shown at the screen's own pace.
                    self._try = event
                elif isinstance(event, DraftFinished):
                    self.post_message(self.Done(job, event.revision))
        except Cancelled:
            return
        except OutreachError as error:
            self.post_message(self.Refused(job, error))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        event.stop()
        if event.worker.is_finished and self._job is not None:
            if event.state is WorkerState.ERROR:
                self.post_message(self.Refused(self._job, OutreachError("It broke off.", "The text is as it was.")))
            self._job = None
            self._show()

    def _say(self, text: str) -> None:
        self.app.notify(text, markup=False, timeout=4)

    def _show(self) -> None:
        self.display = self.wanted
        if self._job is None or not self.wanted:
            return
        name = section_name(self._job.section.name)
        head = f"{name}, {nth(self._try.attempt)} try: " if self._try else f"{name}: looking for words …"
        tail = "  Esc stops"
        tried = one_line(self._try.text) if self._try else ""
        room = max(_LEAST_ROOM, self.size.width - len(head) - len(tail))
        # The end of the try is where something happens.
        tried = tried if len(tried) <= room else f"…{tried[1 - room :]}"
        self.show(content(head, "bold") + content(tried, "dim italic") + content(tail, "bold"))


def _place(section: Section | None) -> tuple[int, int] | None:
    return None if section is None or section.start is None or section.end is None else (section.start, section.end)
