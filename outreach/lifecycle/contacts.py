"""The case of a message, with what passed between the two before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from outreach.domain.case import Action, Case, Meeting, Owner
from outreach.domain.contact import Contact, Purpose, Sent
from outreach.domain.draft import Draft, Kind
from outreach.domain.events import What
from outreach.domain.facts import same_statement
from outreach.domain.meetings import meeting_for
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.lifecycle.advice import Noted, with_advice
from outreach.lifecycle.history import History
from outreach.lifecycle.meetings import agreed_days
from outreach.lifecycle.promises import Promise, open_promises, promises
from outreach.lifecycle.reports import since_last_talk, untold
from outreach.lifecycle.stages import is_declined, still_on
from outreach.lifecycle.timeline import as_sent

_NEAR = dt.timedelta(days=6)
"""A meeting so near is confirmed, not agreed on: over Christmas the working day before it is five days away."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the mentee says about one message before it is drafted."""

    purpose: Purpose | None = None
    """Of a reply; ``None``: what the state of contact suggests."""
    reason: str = ""
    """Why they decline or move."""
    news: str = ""
    """What is new."""


def case_of(
    mentorship: Mentorship,
    mentee: Mentee,
    kind: Kind,
    today: dt.date,
    *,
    meeting: Meeting | None = None,
    drafts: Sequence[Draft] = (),
    words: Words = Words(),
    advice: Sequence[Noted] = (),
) -> Case:
    """The case of a message of ``kind``, with its meeting and with what passed before it.

    Args:
        mentorship: the two people, and what the store holds of them.
        mentee: the user.
        kind: which of the texts.
        today: what comes later has not happened.
        meeting: the one that the message is about; ``None``: the one that such a message made today is about.
        drafts: of the mentorship; those that were sent are earlier messages.
        words: what the mentee says about this message.
        advice: what the mentor advised; a deed that follows a piece of it for certain says so.
    """
    meeting = meeting or _meeting_of(mentorship, kind, today)
    case = mentorship.case(mentee, _looking_back(mentorship, meeting, today) if meeting else None)
    if kind is Kind.FIRST_CONTACT:
        return case
    if kind in {Kind.REPORT, Kind.CHECK_IN} and case.meeting:
        # What is done is not announced again.
        now = _as_done(case.meeting.next_actions, promises(mentorship, today))
        case = replace(case, meeting=replace(case.meeting, next_actions=now))
    return replace(case, contact=contact_of(mentorship, kind, today, drafts, words, advice))


def _meeting_of(mentorship: Mentorship, kind: Kind, today: dt.date) -> Meeting | None:
    """The meeting that a message is about; a reply may also be about a day that was only agreed on."""
    found = meeting_for(mentorship, kind, today)
    if found or kind is not Kind.REPLY:
        return found
    days = agreed_days(mentorship, History.of(mentorship, today), today)
    return Meeting(date=days[0]) if days else None


def contact_of(
    mentorship: Mentorship,
    kind: Kind,
    today: dt.date,
    drafts: Sequence[Draft] = (),
    words: Words = Words(),
    advice: Sequence[Noted] = (),
) -> Contact:
    """What passed between the two up to ``today``, for a message of ``kind``."""
    history = History.of(mentorship, today)
    # A talk begins with what is new since the last one, even where a message told of it.
    done = since_last_talk if kind is Kind.AGENDA else untold
    met, answer = history.last(What.MET), history.last(What.ANSWERED, What.DECLINED)
    return Contact(
        sent=_sent(history, drafts),
        answer=answer.text if answer else "",
        answered=answer.date if answer else None,
        last_met=met.date if met else None,
        last_contact=history.last_contact,
        owed=tuple(one.what for one in open_promises(mentorship, today, Owner.MENTOR)),
        deeds=tuple(with_advice(done(mentorship, today), mentorship, advice)),
        purpose=(words.purpose or purpose_now(mentorship, today)) if kind is Kind.REPLY else None,
        reason=words.reason,
        news=words.news,
    )


_PURPOSES = {
    "decline": Purpose.DECLINE,
    "move": Purpose.MOVE,
    "confirm": Purpose.CONFIRM,
    "slot": Purpose.TAKE,
    "times": Purpose.TAKE,
    "topic": Purpose.TAKE,
}
"""What a reply does, by the first of these sections that it has."""


def words_in(draft: Draft) -> Words:
    """What the mentee said about a message, as far as its draft tells."""
    revisions = [one for one in reversed(draft.revisions) if one.sections]
    if not revisions:
        return Words()
    said = {fact.field: fact.line or fact.text for one in reversed(revisions) for fact in one.facts}
    purpose = None
    if draft.kind is Kind.REPLY:
        names = {section.name for section in revisions[0].sections}
        purpose = next((does for name, does in _PURPOSES.items() if name in names), Purpose.THANK)
    return Words(purpose, said.get("contact.reason", ""), said.get("contact.news", ""))


def purpose_now(mentorship: Mentorship, today: dt.date) -> Purpose:
    """What a reply on ``today`` most likely is for."""
    history = History.of(mentorship, today)
    if is_declined(history):
        return Purpose.THANK
    answer = history.last(What.ANSWERED)
    if answer and not history.is_replied(answer):
        return Purpose.TAKE
    coming = next((one.date for one in still_on(mentorship, history, today) if one.date), None)
    return Purpose.CONFIRM if coming and coming - today <= _NEAR else Purpose.TAKE


def _sent(history: History, drafts: Sequence[Draft]) -> tuple[Sent, ...]:
    known = {draft.id: draft for draft in drafts}
    found = []
    for event in history.sent():
        draft = known.get(event.draft_id)
        if draft is None:
            found.append(Sent(event.date, event.kind))
        else:
            sent = as_sent(draft, event)
            used = tuple(fact for section in sent.sections for fact in section.facts)
            found.append(Sent(event.date, draft.kind, sent.subject, sent.body, used))
    return tuple(found)


def _looking_back(mentorship: Mentorship, meeting: Meeting, today: dt.date) -> Meeting:
    """The meeting with the actions that it looks back on: those open, and those done since the meeting before."""
    if meeting.next_actions or meeting.notes.strip():
        return meeting
    if meeting.previous_actions:
        return replace(meeting, previous_actions=_as_done(meeting.previous_actions, promises(mentorship, today)))
    earlier = [one.date for one in mentorship.meetings if one.date and meeting.date and one.date < meeting.date]
    since = max(earlier, default=None)
    actions: list[Action] = [
        promise.action
        for promise in promises(mentorship, min(today, meeting.date or today))
        if promise.source != meeting.id
        if not promise.is_done or (since is not None and promise.done is not None and promise.done >= since)
    ]
    return replace(meeting, previous_actions=tuple(actions))


def _as_done(actions: Sequence[Action], known: Sequence[Promise]) -> tuple[Action, ...]:
    """The actions, ticked where they are done by now."""
    done = [(one.owner, one.what) for one in known if one.is_done]
    ticked = (any(who is each.owner and same_statement(what, each.what) for who, what in done) for each in actions)
    return tuple(replace(each, done=each.done or tick) for each, tick in zip(actions, ticked, strict=True))
