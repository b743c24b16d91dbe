"""Which text a brief asks for."""

from __future__ import annotations

from collections.abc import Callable

from outreach.briefing.brief import Brief
from outreach.domain.draft import Kind
from outreach.drafting.agenda_text import AgendaText
from outreach.drafting.choices import Choices
from outreach.drafting.letters import FirstContactText, ThankYouText
from outreach.drafting.writing import KindText
from outreach.templates import Templates


def text_of(brief: Brief, templates: Templates, choices: Choices) -> KindText:
    """The text of the brief's kind and channel, not yet written.

    Raises:
        KeyError: the kind is reviewed, not drafted.
    """
    texts: dict[Kind, Callable[[Brief, Templates, Choices], KindText]] = {
        Kind.FIRST_CONTACT: FirstContactText,
        Kind.AGENDA: AgendaText,
        Kind.THANK_YOU: ThankYouText,
    }
    return texts[brief.kind](brief, templates, choices)
