"""Which text a brief asks for."""

from __future__ import annotations

from collections.abc import Callable

from outreach.briefing.brief import Brief
from outreach.domain.draft import Channel, Kind
from outreach.domain.errors import BadInput
from outreach.drafting.agenda_text import AgendaText
from outreach.drafting.choices import Choices
from outreach.drafting.letters import FirstContactText, ThankYouText
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


def text_of(brief: Brief, templates: Templates, choices: Choices) -> KindText:
    """The text of the brief's kind and channel, not yet written.

    Raises:
        KeyError: the kind is reviewed, not drafted, or not in this channel.
    """
    texts: dict[tuple[Kind, Channel], Callable[[Brief, Templates, Choices], KindText]] = {
        (Kind.FIRST_CONTACT, Channel.EMAIL): FirstContactText,
        (Kind.FIRST_CONTACT, Channel.LINKEDIN_NOTE): NoteText,
        (Kind.FIRST_CONTACT, Channel.MESSAGE): MessageText,
        (Kind.AGENDA, Channel.EMAIL): AgendaText,
        (Kind.THANK_YOU, Channel.EMAIL): ThankYouText,
    }
    return texts[brief.kind, brief.channel](brief, templates, choices)
