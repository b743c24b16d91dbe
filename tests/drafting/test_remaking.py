"""A section made anew: nothing that was seen comes again, and nothing else moves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach.domain.draft import DRAFTED, Kind, Level, Origin, Revision, Section, Wish
from outreach.domain.errors import BadInput, Cancelled, EngineFailed
from outreach.drafting.choices import Choices, same
from outreach.drafting.editing import edited
from outreach.drafting.events import DraftEvent, DraftFinished, SectionKept
from outreach.drafting.remaking import remake
from outreach.engine.protocol import Engine
from outreach.engine.scripted import Answer, ScriptedEngine
from tests.review.drafts import MATCHED, WARD, Ready, all_drafts, drafted, templates

NEWSLETTER = "I'm writing because you write a newsletter, 'Twelve clicks'."


def at_of(revision: Revision, name: str) -> int:
    """Number of the first section of that name."""
    return next(at for at, section in enumerate(revision.sections) if section.name == name)


def events(draft: Ready, at: int, wish: Wish, engine: Engine | None = None, seed: int = 3) -> list[DraftEvent]:
    """All events of making a section anew."""
    return list(remake(draft.revision, at, wish, draft.brief, templates(), engine, Choices(seed)))


def remade(draft: Ready, name: str, wish: Wish, engine: Engine | None = None) -> Ready:
    """The draft with the section made anew."""
    last = events(draft, at_of(draft.revision, name), wish, engine)[-1]
    assert isinstance(last, DraftFinished)
    return replace(draft, revision=last.revision)


def others(revision: Revision, name: str) -> list[tuple[str, Origin]]:
    """Texts and origins of all sections but that of the name."""
    return [(section.text, section.origin) for section in revision.sections if section.name != name]


def ways(draft: Ready, name: str, wish: Wish) -> list[Section]:
    """Every text that the section takes until there is nothing new."""
    found = [draft.revision.sections[at_of(draft.revision, name)]]
    while True:
        try:
            draft = remade(draft, name, wish)
        except BadInput:
            return found
        found.append(draft.revision.sections[at_of(draft.revision, name)])


@pytest.mark.parametrize(("kind", "name"), [(Kind.FIRST_CONTACT, "hook"), (Kind.THANK_YOU, "echo")])
def test_made_again_it_never_says_what_was_seen(kind: Kind, name: str) -> None:
    """Until there is nothing left, which is said; each step leaves the rest alone and the draft ready."""
    draft = drafted(WARD, kind)
    before = others(draft.revision, name)
    found = ways(draft, name, Wish.AGAIN)
    assert len(found) >= 3
    assert len({same(section.text) for section in found}) == len(found)
    assert found[-1].seen == tuple(section.text for section in found[:-1])
    once = remade(draft, name, Wish.AGAIN)
    assert others(once.revision, name) == before
    assert once.revision.ready


@pytest.mark.parametrize(("kind", "name"), [(Kind.FIRST_CONTACT, "hook"), (Kind.THANK_YOU, "echo")])
def test_a_section_can_be_built_on_the_fact_that_one_names(kind: Kind, name: str) -> None:
    """And on no other; where it cannot be, that is said."""
    draft = drafted(WARD, kind)
    at = at_of(draft.revision, name)
    facts = {identity for way in ways(draft, name, Wish.ANOTHER_FACT) for identity in way.facts}
    for fact in facts - set(draft.revision.sections[at].facts):
        *_, last = remake(draft.revision, at, Wish.AGAIN, draft.brief, templates(), None, Choices(3, fact))
        assert isinstance(last, DraftFinished)
        assert fact in last.revision.sections[at].facts
        assert others(last.revision, name) == others(draft.revision, name)
    with pytest.raises(BadInput, match="cannot be built on that fact"):
        list(remake(draft.revision, at, Wish.AGAIN, draft.brief, templates(), None, Choices(3, "mentee.name")))


def test_all_sections_of_all_drafts_can_be_asked_for_anything() -> None:
    """Each wish gives a ready draft that differs in one place, or says that there is nothing.

    Two wishes a section, others in each draft: all five of all sections would take a quarter of a minute.
    """
    wishes = list(Wish)
    made = 0
    for number, draft in enumerate(all_drafts()):
        for at, section in enumerate(draft.revision.sections):
            for wish in (wishes[(number + at) % 5], wishes[(number + at + 2) % 5]):
                try:
                    *_, last = events(draft, at, wish)
                except BadInput:
                    continue
                assert isinstance(last, DraftFinished)
                made += 1
                after = last.revision
                assert after.ready, (draft.name, section.name, wish, after.findings)
                assert same(after.sections[at].text) != same(section.text)
                assert after.body[: section.start] == draft.revision.body[: section.start]
                assert after.body.endswith(draft.revision.body[section.end :])
                for one in after.sections:
                    assert one.start is None or after.body[one.start : one.end] == one.text
                if wish is Wish.SHORTER:
                    assert len(after.body) < len(draft.revision.body)
    assert made > 50


def test_another_fact_is_another_fact() -> None:
    """The hook is built on it, and the draft names it as its source."""
    draft = drafted(WARD, Kind.FIRST_CONTACT)
    first = draft.revision.sections[at_of(draft.revision, "hook")]
    other = remade(draft, "hook", Wish.ANOTHER_FACT)
    section = other.revision.sections[at_of(other.revision, "hook")]
    assert section.facts != first.facts
    assert set(section.facts) <= {fact.id for fact in other.revision.facts}


def test_the_model_is_asked_first_for_another_way() -> None:
    """And what it has said before is turned down, however often it says so."""
    draft = drafted(WARD, Kind.FIRST_CONTACT)
    hook = draft.revision.sections[at_of(draft.revision, "hook")]
    told = "What made me write is that you cut the admission form from 94 questions to 31 in 2019."
    once = remade(draft, "hook", Wish.AGAIN, ScriptedEngine([told.removeprefix("I'm writing because")] * 9))
    section = once.revision.sections[at_of(once.revision, "hook")]
    assert section.origin is Origin.MODEL
    assert section.seen == (hook.text,)
    twice = remade(once, "hook", Wish.AGAIN, ScriptedEngine(lambda turns: told))
    assert twice.revision.sections[at_of(twice.revision, "hook")].text != section.text


def test_a_model_that_fails_changes_nothing() -> None:
    """The failure is raised, and the revision at hand is as it was."""
    draft = drafted(WARD, Kind.FIRST_CONTACT)
    at = at_of(draft.revision, "hook")
    with pytest.raises(EngineFailed):
        events(draft, at, Wish.AGAIN, ScriptedEngine([EngineFailed("It died.")]))
    with pytest.raises(Cancelled):
        events(draft, at, Wish.AGAIN, ScriptedEngine([Answer("I'm", error=Cancelled("Stopped."))]))


def test_words_of_the_mentee_beside_it_stay() -> None:
    """A sentence written by hand moves with the text, and is still the mentee's."""
    draft = drafted(MATCHED, Kind.FIRST_CONTACT)
    mine = "I wrote this one myself."
    who = draft.revision.sections[at_of(draft.revision, "who")].text
    changed, _ = edited(draft.revision, draft.revision.subject, draft.revision.body.replace(who, mine), draft.brief)
    after = remade(replace(draft, revision=changed), "hook", Wish.AGAIN).revision
    section = after.sections[at_of(after, "who")]
    assert (section.text, section.origin) == (mine, Origin.MENTEE)
    assert after.body[section.start : section.end] == mine


def test_a_section_that_is_gone_cannot_be_made_anew() -> None:
    """It says so."""
    draft = drafted(WARD, Kind.FIRST_CONTACT)
    at = at_of(draft.revision, "hook")
    sections = tuple(
        replace(section, start=None, end=None) if one == at else section
        for one, section in enumerate(draft.revision.sections)
    )
    with pytest.raises(BadInput, match="not in the text"):
        events(replace(draft, revision=replace(draft.revision, sections=sections)), at, Wish.AGAIN)


def test_a_fail_that_was_there_does_not_stand_in_the_way() -> None:
    """Only a new one does: a draft that is not ready can be worked on."""
    draft = drafted(WARD, Kind.FIRST_CONTACT)
    broken, _ = edited(
        draft.revision, draft.revision.subject, draft.revision.body + "\n\nP.S. [Your Name]", draft.brief
    )
    assert any(finding.level is Level.FAIL for finding in broken.findings)
    assert any(isinstance(one, SectionKept) for one in events(replace(draft, revision=broken), 1, Wish.AGAIN))


def test_every_kind_has_something_to_say_anew() -> None:
    """In each kind at least one section of every case can be said otherwise."""
    for draft in all_drafts():
        assert draft.brief.kind in DRAFTED
        names = {section.name for section in draft.revision.sections if section.origin is Origin.TEMPLATE}
        found = 0
        for name in names:
            try:
                remade(draft, name, Wish.AGAIN)
                found += 1
            except BadInput:
                continue
        assert found, draft.name
