"""The one place where parts are put together; the two faces see nothing below it but domain and events."""

from __future__ import annotations

import datetime as dt
import secrets
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from outreach.diary import Diary
from outreach.domain.case import Case
from outreach.domain.draft import Channel, Draft, Kind, Revision, Wish
from outreach.domain.errors import EngineFailed
from outreach.domain.events import Event, What
from outreach.domain.facts import Fact
from outreach.domain.goals import Assessment
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.drafting.choices import Choices, Earlier, earlier_of
from outreach.drafting.events import DraftEvent, DraftFailed, DraftFinished
from outreach.engine.protocol import Engine
from outreach.goals import Goals
from outreach.ledger import Ledger
from outreach.model_choice import Models
from outreach.resources import prompts_folder
from outreach.settings import Paths, Settings, load_settings, put_aside, save_settings
from outreach.store.removal import Removed
from outreach.store.store import Store
from outreach.unfinished import UnfinishedTexts

# Drafting and review are imported where they are first used: the list of mentors needs none of it, and is there sooner.
if TYPE_CHECKING:
    from outreach.briefing.brief import Brief
    from outreach.drafting.goals_from import GoalEvent
    from outreach.review.check import Review
    from outreach.review.context import Context
    from outreach.review.rule import Policy
    from outreach.templates import Templates, Trouble


def _any_seed() -> int:
    return secrets.randbelow(2**31 - 1) + 1


class Workspace:
    """Store, models, engine and use cases of one user. Close it when done.

    The store is opened, and locked, when it is first needed: a draft of a case file does not touch it.
    """

    def __init__(
        self,
        paths: Paths,
        *,
        today: dt.date | None = None,
        engine: Engine | None = None,
        models: Models | None = None,
    ) -> None:
        """Open nothing yet.

        Args:
            paths: where all is.
            today: a date that does not move.
            engine: in the place of llama.cpp (a scripted engine in tests).
            models: those of another workspace, which closes them.
        """
        self._paths = paths
        self._today = today
        self._store: Store | None = None
        self._stopped = threading.Event()
        self._told: set[Trouble] = set()
        self.diary = Diary(lambda: self.store, lambda: self.today, lambda: self._templates)
        """What happens between drafts."""
        self.goals = Goals(lambda: self.store, lambda: self.today)
        """What the user wants."""
        self.ledger = Ledger(lambda: self.store, lambda: self.today)
        """What is known of each mentor, and what the user did to it."""
        self._shares_models = models is not None
        self.models = models or Models(paths, engine)
        """What is here to draft with."""

    def beside(self, name: str, today: dt.date | None = None) -> Workspace:
        """One with a store of its own, in the folder ``name`` beside this one's; all else is the same.

        ``today`` is another date that its drafts know.
        """
        paths = replace(self._paths, data=self.folder / name)
        return Workspace(paths, today=today or self._today, models=self.models)

    @property
    def folder(self) -> Path:
        """Where the store is."""
        return self._paths.data

    @property
    def today(self) -> dt.date:
        """The date that drafts know."""
        return self._today or dt.date.today()

    @property
    def store(self) -> Store:
        """The store, opened at its first use.

        Raises:
            StoreUnusable: another Outreach holds it, or it cannot be written.
        """
        if self._store is None:
            self._store = Store(self._paths.store_file)
        return self._store

    @cached_property
    def unfinished(self) -> UnfinishedTexts:
        """What was typed in the app and not saved yet; only whoever has the store open may touch it."""
        return UnfinishedTexts(self.store.path.with_name("unfinished.json"))

    @property
    def app_log(self) -> Path:
        """Where the app notes faults of its own."""
        return self._paths.app_log

    @property
    def recovered(self) -> str:
        """What had to be done to read the store, in a sentence; empty when nothing was wrong."""
        return self.store.recovered

    # -- people ------------------------------------------------------------------------------------

    def mentee(self) -> Mentee | None:
        """The user, or ``None`` before they gave their name."""
        mentee = self.store.mentee()
        return mentee if mentee and mentee.name else None

    def save_mentee(self, mentee: Mentee) -> None:
        """Keep who the user is; whatever names one of their goals keeps naming it, see ``Goals.save``."""
        self.goals.save(mentee)

    def mentorships(self) -> list[Mentorship]:
        """All mentors, by name."""
        return self.store.mentorships()

    def mentorship(self, mentorship_id: str) -> Mentorship:
        """One of them.

        Raises:
            BadInput: there is none with this id.
        """
        return self.store.mentorship(mentorship_id)

    def save_mentorship(self, mentorship: Mentorship) -> Mentorship:
        """Insert (empty id) or replace; returns it with ids of itself, its meetings and events filled in."""
        known = (each if each.id or each.planned else replace(each, planned=self.today) for each in mentorship.meetings)
        return self.store.save_mentorship(replace(mentorship, meetings=tuple(known)))

    def remove_mentorship(self, mentorship_id: str) -> Removed:
        """Remove the mentor with meetings and drafts."""
        return self.store.remove_mentorship(mentorship_id)

    def remove_meeting(self, mentorship_id: str, meeting_id: str) -> Removed:
        """Remove a meeting with its notes."""
        return self.store.remove_meeting(mentorship_id, meeting_id)

    def remove_draft(self, draft_id: str) -> Removed:
        """Remove a draft, and the entry that it was made."""
        return self.store.remove_draft(draft_id)

    def remove_events(self, mentorship_id: str, event_ids: Collection[str]) -> Removed:
        """Remove entries of the diary, as if they had never been made."""
        return self.store.remove_events(mentorship_id, event_ids)

    def restore(self, removed: Removed) -> None:
        """Put back what was removed, exactly as it stood."""
        self.store.restore(removed)

    # -- drafts --------------------------------------------------------------------------

    def brief(self, case: Case, kind: Kind, channel: Channel = Channel.EMAIL, *, premium: bool = False) -> Brief:
        """All that one draft may use; from any thread. A long background takes a while.

        Who works on one draft makes it once and hands it to all that is done with this case, kind and channel.

        Raises:
            BadInput: the case lacks a field that the kind needs.
        """
        from outreach.briefing.brief import make_brief

        return make_brief(case, kind, self.today, channel, premium=premium)

    def facts(self, case: Case, brief: Brief | None = None) -> list[Fact]:
        """Every statement of both backgrounds, of the meeting's notes and of the mentee's own, judged."""
        from outreach.briefing.brief import background_facts, note_facts, person_facts
        from outreach.briefing.changes import added_facts

        own = [fact for fact in person_facts(case) if fact.field == "mentee.background"]
        background = brief.of_background if brief else background_facts(case)
        return [*background, *added_facts(case), *note_facts(case), *own]

    def alternatives(
        self, case: Case, kind: Kind, channel: Channel = Channel.EMAIL, brief: Brief | None = None
    ) -> dict[str, str]:
        """The facts that a draft of ``kind`` could be built on, by id, the best first, each with why; may be empty.

        Raises:
            BadInput: the case lacks a field that the kind needs.
        """
        from outreach.drafting.alternatives import alternatives

        return alternatives(brief or self.brief(case, kind, channel))

    def draft(
        self,
        case: Case,
        kind: Kind,
        *,
        channel: Channel = Channel.EMAIL,
        premium: bool = False,
        model: str | None = None,
        use_model: bool = True,
        seed: int | None = None,
        fact: str = "",
        earlier: Earlier = Earlier(),  # noqa: B008 - frozen
        brief: Brief | None = None,
    ) -> Iterator[DraftEvent]:
        """Make one draft; the last event is ``DraftFinished`` or ``DraftFailed``. Blocks: run it in a thread.

        Args:
            case: all that the draft may use.
            kind: which of the texts.
            channel: where it goes; only a first contact goes anywhere but by email.
            premium: whether a LinkedIn note may have the length of a paying member's.
            model: id of the model; default: the user's choice, else the recommended one if it is here.
            use_model: without one, templates alone.
            seed: 1 to 2**31 - 1; default: a random one, kept in the revision.
            fact: id of the fact, or note, to build on; default: the best one.
            earlier: what the mentee has seen before; see ``earlier``.
            brief: of this case, kind and channel, where it was made before.

        Raises:
            BadInput: the case lacks a field or an event that the kind needs, no model has this id, or no such text goes
                by this channel; names it.
            ModelUnavailable: the model that was named is not here.
        """
        from outreach.drafting.kinds import check_channel, check_contact
        from outreach.drafting.pipeline import make_draft

        check_channel(kind, channel)
        check_contact(case, kind)
        brief = brief or self.brief(case, kind, channel, premium=premium)
        self._stopped.clear()
        choices = Choices(seed or _any_seed(), fact, earlier)
        engine: Engine | None = None
        trouble: EngineFailed | None = None
        if use_model:
            try:
                engine = self.models.engine(model)
            except EngineFailed as error:
                trouble = error
        events = make_draft(brief, self._templates_anew(), engine, choices, self._stopped.is_set, self._policy())
        with self.models.writing():
            for event in events:
                if trouble and isinstance(event, DraftFinished):
                    yield DraftFailed(trouble.message, trouble.hint, cancelled=False, revision=event.revision)
                else:
                    yield event

    def earlier(self, mentorship_id: str, kind: Kind) -> Earlier:
        """What the mentee has seen in the drafts that are kept, for a new one of ``kind`` to this mentor."""
        return earlier_of(self.store.all_drafts(), mentorship_id, kind)

    def remake(
        self,
        case: Case,
        kind: Kind,
        revision: Revision,
        at: int,
        wish: Wish,
        *,
        channel: Channel = Channel.EMAIL,
        premium: bool = False,
        model: str | None = None,
        use_model: bool = True,
        seed: int | None = None,
        fact: str = "",
        earlier: Earlier = Earlier(),  # noqa: B008 - frozen
        brief: Brief | None = None,
    ) -> Iterator[DraftEvent]:
        """Make section number ``at`` of ``revision`` anew, from 0; the last event is ``DraftFinished``. Blocks.

        ``fact``: id of the one to build it on; default: as the wish has it. ``brief``: as in ``draft``.

        Raises:
            BadInput: nothing else can be said, or the case lacks a field that the kind needs.
            EngineFailed, Cancelled: the model failed, or ``stop`` was called; nothing is changed.
        """
        from outreach.drafting.remaking import remake

        brief = brief or self.brief(case, kind, channel, premium=premium)
        self._stopped.clear()
        engine = self.models.engine(model) if use_model else None
        choices = Choices(seed or _any_seed(), fact, earlier)
        with self.models.writing():
            yield from remake(
                revision, at, wish, brief, self._templates_anew(), engine, choices, self._stopped.is_set, self._policy()
            )

    def draft_goals(
        self, assessment: Assessment, *, model: str | None = None, use_model: bool = True, seed: int | None = None
    ) -> Iterator[GoalEvent]:
        """Draft goals from the mentee's answers; the last event is ``GoalsFinished``. Blocks: run it in a thread.

        Raises:
            ModelUnavailable: the model that was named is not here.
        """
        from outreach.drafting.goals_from import draft_goals

        self._stopped.clear()
        engine, trouble, seed = None, None, seed or _any_seed()
        try:
            engine = self.models.engine(model) if use_model else None
        except EngineFailed as error:
            trouble = error
        with self.models.writing():
            yield from draft_goals(
                assessment, self.today, self._templates_anew(), engine, seed, self._stopped.is_set, trouble
            )

    @cached_property
    def _templates(self) -> Templates:
        from outreach.templates import Templates

        return Templates(prompts_folder(), self._paths.prompts)

    def _templates_anew(self) -> Templates:
        """The templates with the user's files as they are now."""
        self._templates = self._templates.fresh()
        return self._templates

    def broken_prompts(self) -> list[str]:
        """What is wrong with the user's own prompts that the last draft wanted, in sentences; each is told once."""
        found = [trouble for trouble in self._templates.troubles if trouble not in self._told]
        self._told.update(found)
        return [f"{trouble} The built-in prompt is used instead." for trouble in found]

    def stop(self) -> None:
        """Stop the draft under way within a second; from any thread."""
        self._stopped.set()
        self.models.cancel()

    def review(self, case: Case, kind: Kind, revision: Revision, subject: str, body: str) -> Revision:
        """``revision`` after the mentee's edit: findings anew, touched sections of origin ``mentee``."""
        return self.reviewer(case, kind)(revision, subject, body)[0]

    def context(
        self,
        subject: str,
        body: str,
        kind: Kind,
        channel: Channel = Channel.EMAIL,
        *,
        premium: bool = False,
        case: Case | None = None,
    ) -> Context:
        """Any text, to be held against ``case``, or against nothing.

        Raises:
            BadInput: the case lacks a field that the kind needs.
        """
        from outreach.review.context import Context

        if case is None:
            return Context(subject, body, kind, channel, premium=premium, today=self.today)
        return Context.of_brief(subject, body, self.brief(case, kind, channel, premium=premium))

    def judge(self, context: Context) -> Review:
        """What the rules find in a text, with what the user has changed of them.

        Raises:
            BadInput: the settings cannot be read.
        """
        from outreach.review.check import review_context

        return review_context(context, self._policy())

    def reviewer(
        self,
        case: Case,
        kind: Kind,
        channel: Channel = Channel.EMAIL,
        *,
        premium: bool = False,
        brief: Brief | None = None,
    ) -> Callable[[Revision, str, str], tuple[Revision, Review]]:
        """What reviews one draft again and again: revision, subject and body → the new revision, and why.

        It touches nothing but its arguments: call it from any thread. ``brief``: as in ``draft``.

        Raises:
            BadInput: the case lacks a field that the kind needs, or the settings cannot be read.
        """
        from outreach.drafting.editing import edited

        known = brief or self.brief(case, kind, channel, premium=premium)
        policy = self._policy()

        def reviewed(revision: Revision, subject: str, body: str) -> tuple[Revision, Review]:
            return edited(revision, subject, body, known, policy)

        return reviewed

    def chosen_rules(self) -> Mapping[str, str]:
        """The rules that the user has switched off (``off``) or given another level, by id.

        Raises:
            BadInput: the settings cannot be read.
        """
        return load_settings(self._paths).rules

    def choose_rule(self, identity: str, word: str) -> None:
        """Switch a rule off (``off``), give it another level, or its own back (empty); kept in the settings.

        Raises:
            BadInput: there is no such rule or level, or the settings cannot be read.
            StoreUnusable: the settings cannot be written.
        """
        from outreach.review.rule import Policy

        settings = load_settings(self._paths).with_rule(identity, word)
        Policy.of(settings.rules, str(self._paths.settings_file))
        save_settings(self._paths, settings)

    def _policy(self) -> Policy:
        from outreach.review.rule import Policy

        return Policy.of(load_settings(self._paths).rules, str(self._paths.settings_file))

    def drafts(self, mentorship_id: str) -> list[Draft]:
        """Drafts of one mentorship, newest first."""
        return self.store.drafts(mentorship_id)

    def save_draft(self, draft: Draft) -> Draft:
        """Insert (empty id) or replace; returns it with id and time stamps. A new one is logged as drafted."""
        saved = self.store.save_draft(draft)
        if not draft.id:
            drafted = Event(What.DRAFTED, self.today, kind=saved.kind, draft_id=saved.id, meeting_id=saved.meeting_id)
            self.diary.log(saved.mentorship_id, drafted)
        return saved

    # -- settings ----------------------------------------------------------------------------------

    def settings(self) -> Settings:
        """What the user has chosen.

        Raises:
            BadInput: the settings cannot be read.
        """
        return load_settings(self._paths)

    def put_settings_aside(self) -> Path:
        """Move settings that cannot be read out of the way; where they are now.

        Raises:
            StoreUnusable: the file cannot be moved.
        """
        return put_aside(self._paths)

    def places(self) -> tuple[tuple[str, Path], ...]:
        """Where things are kept, each with what it is."""
        paths = self._paths
        return (
            ("Store", paths.store_file),
            ("Settings", paths.settings_file),
            ("Models", paths.models),
            ("Logs", paths.state),
        )

    def save_settings(self, settings: Settings) -> None:
        """Keep what the user has chosen.

        Raises:
            StoreUnusable: the settings cannot be written.
        """
        save_settings(self._paths, settings)

    def close(self) -> None:
        """Stop the engine and free the store's lock; idempotent."""
        if not self._shares_models:
            self.models.close()
        if self._store:
            self._store.close()
            self._store = None
