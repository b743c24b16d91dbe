"""The sample: one mentee's mentorships to look around in, in a store of its own beside the user's."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from outreach.domain.draft import Draft
from outreach.domain.errors import StoreUnusable
from outreach.domain.events import Event
from outreach.domain.mentorship import Mentorship
from outreach.drafting.events import DraftFinished
from outreach.exchange.sample_files import Drafted, read_sample
from outreach.resources import prompts_folder
from outreach.workspace import Workspace

FOLDER = "sample"
_NEW = "sample.new"
_SEED = 1


def open_sample(user: Workspace) -> Workspace:
    """The sample, made where it is not there yet; models, settings and prompts are the user's. Close it when done.

    Raises:
        StoreUnusable: its store cannot be used.
    """
    sample = _opened(user) if (user.folder / FOLDER).exists() else None
    if sample is None:
        _make(user)
        sample = user.beside(FOLDER)
    return sample


def _opened(user: Workspace) -> Workspace | None:
    """The sample as it was left; ``None`` where it is not whole."""
    sample = user.beside(FOLDER)
    whole = False
    try:
        whole = sample.mentee() is not None
    finally:
        if not whole:
            sample.close()
    return sample if whole else None


def _make(user: Workspace) -> None:
    """Make it in another folder first: one that breaks off is never taken for whole."""
    for folder in (FOLDER, _NEW):
        _remove(user.folder / folder)
    _fill(user)
    try:
        (user.folder / _NEW).rename(user.folder / FOLDER)
    except OSError as error:
        raise StoreUnusable(f"{user.folder / FOLDER}: cannot be made ({error.strerror}).") from error


def remove_sample(user: Workspace) -> None:
    """Remove the sample with all that was done in it; it must be closed.

    Raises:
        StoreUnusable: a file of it cannot be removed.
    """
    _remove(user.folder / FOLDER)


def _remove(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreUnusable(f"{folder}: cannot be removed ({error.strerror}).") from error


def _fill(user: Workspace) -> None:
    """Let all of it happen, day by day, so that each draft knows what was known on its day."""
    read = read_sample(prompts_folder() / FOLDER, user.today)
    with closing(user.beside(_NEW)) as sample:
        sample.save_mentee(read.mentee)
        people = [(sample.save_mentorship(one.mentorship), one.diary) for one in read.mentors]
    happened = [(entry, person) for person, diary in people for entry in diary]
    for day in sorted({entry.date for entry, _ in happened}):
        with closing(user.beside(_NEW, today=day)) as sample:
            for entry, person in happened:
                if entry.date == day:
                    _enter(sample, person, entry)


def _enter(sample: Workspace, person: Mentorship, entry: Drafted | Event) -> None:
    if isinstance(entry, Event):
        sample.diary.log(person.id, entry)
        return
    case = sample.diary.case(sample.mentorship(person.id), entry.kind)
    for made in sample.draft(case, entry.kind, use_model=False, seed=_SEED):
        if isinstance(made, DraftFinished):
            about = case.meeting.id if case.meeting else ""
            sample.save_draft(Draft("", person.id, entry.kind, meeting_id=about, revisions=(made.revision,)))
