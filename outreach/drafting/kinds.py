"""Which text a brief asks for."""

from __future__ import annotations

from collections.abc import Callable

from outreach.briefing.brief import Brief
from outreach.domain.case import Case
from outreach.domain.contact import Purpose
from outreach.domain.draft import Channel, Kind
from outreach.domain.errors import BadInput
from outreach.drafting.agenda_text import AgendaText
from outreach.drafting.check_in_text import CheckInText
from outreach.drafting.choices import Choices
from outreach.drafting.follow_up_text import FollowUpText
from outreach.drafting.letters import FirstContactText, ThankYouText
from outreach.drafting.reply_text import ReplyText
from outreach.drafting.report_text import ReportText
from outreach.drafting.short_message import MessageText, NoteText
from outreach.drafting.writing import KindText
from outreach.templates import Templates


def check_channel(kind: Kind, channel: Channel) -> None:
    """Check that a draft of ``kind`` can go by ``channel``.

    Raises:
        BadInput: it cannot; only a first contact goes anywhere but by email.
    """
    if channel is not Channel.EMAIL and kind is not Kind.FIRST_CONTACT:
        raise BadInput(
            f"{kind.value} goes by email; only first-contact goes by {channel.value}.",
            f"Leave --channel out, or draft --kind {Kind.FIRST_CONTACT.value}.",
        )


_LACKS_CONTACT = {
    Kind.FOLLOW_UP: (
        "a follow-up needs a first message that was sent.",
        "Log it with `outreach log MENTOR sent --date DATE`, or the key s in the app.",
    ),
    Kind.REPORT: (
        "a report needs something that you did.",
        'Log it with `outreach log MENTOR done "…"`, or mark an action as done in the app.',
    ),
    Kind.CHECK_IN: (
        "a sign of life needs an earlier contact.",
        "Log it with `outreach log MENTOR answered --date DATE`, or met.",
    ),
}


def check_contact(case: Case, kind: Kind) -> None:
    """Check that enough has passed between the two for a draft of ``kind``.

    Raises:
        BadInput: it has not; says what is missing, and how to enter it.
    """
    contact = case.contact
    if kind is Kind.REPLY and contact.purpose is Purpose.CONFIRM and not (case.meeting and case.meeting.date):
        raise BadInput(
            f"{case.mentor.name}: there is no meeting to confirm.",
            "Enter its date first, or draft a reply for another purpose: take, decline, move, thank.",
        )
    there = {
        Kind.FOLLOW_UP: bool(contact.sent),
        Kind.REPORT: bool(contact.deeds),
        Kind.CHECK_IN: contact.last_contact is not None,
    }
    if not there.get(kind, True):
        message, hint = _LACKS_CONTACT[kind]
        raise BadInput(f"{case.mentor.name}: {message}", hint)


def text_of(brief: Brief, templates: Templates, choices: Choices) -> KindText:
    """The text of the brief's kind and channel, not yet written.

    Raises:
        KeyError: the kind is reviewed, not drafted, or not in this channel.
    """
    texts: dict[tuple[Kind, Channel], Callable[[Brief, Templates, Choices], KindText]] = {
        (Kind.FIRST_CONTACT, Channel.EMAIL): FirstContactText,
        (Kind.FIRST_CONTACT, Channel.LINKEDIN_NOTE): NoteText,
        (Kind.FIRST_CONTACT, Channel.MESSAGE): MessageText,
        (Kind.FOLLOW_UP, Channel.EMAIL): FollowUpText,
        (Kind.REPLY, Channel.EMAIL): ReplyText,
        (Kind.REPORT, Channel.EMAIL): ReportText,
        (Kind.CHECK_IN, Channel.EMAIL): CheckInText,
        (Kind.AGENDA, Channel.EMAIL): AgendaText,
        (Kind.THANK_YOU, Channel.EMAIL): ThankYouText,
    }
    return texts[brief.kind, brief.channel](brief, templates, choices)
