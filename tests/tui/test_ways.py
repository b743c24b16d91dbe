"""The first contact by e-mail, as a note on LinkedIn or as a direct message."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from outreach.domain.draft import Channel, Draft, Kind
from outreach.review.channel import units
from outreach.tui.home.ways import EMAIL, Way, WayQuestion, last_way
from outreach.tui.questions import Question
from outreach.workspace import Workspace

Drive = Callable[..., None]


def _newest(workspace: Workspace) -> Draft:
    return workspace.drafts(workspace.mentorships()[0].id)[0]


@pytest.mark.parametrize(
    ("key", "channel", "premium", "title"),
    [
        ("enter", Channel.EMAIL, False, "First contact for Tomasz"),
        ("e", Channel.EMAIL, False, "First contact for Tomasz"),
        ("n", Channel.LINKEDIN_NOTE, False, "First contact, LinkedIn note for Tomasz"),
        ("p", Channel.LINKEDIN_NOTE, True, "First contact, LinkedIn note for Tomasz"),
        ("m", Channel.MESSAGE, False, "First contact, direct message for Tomasz"),
    ],
)
def test_the_way_is_asked_for_where_the_draft_begins(
    filled: Workspace, drive: Drive, key: str, channel: Channel, premium: bool, title: str
) -> None:
    """One key each; what is drafted keeps to the limit, is stored with the way, and counts its characters."""

    async def steps(app: Any) -> None:
        await app.press("f")
        await app.until_seen("n Note on LinkedIn, 200 characters")
        await app.press(key)
        await app.until_drafted()
        await app.until_seen(title)
        body = _newest(filled).current.body
        most = {Channel.EMAIL: None, Channel.MESSAGE: 1900}.get(channel, 300 if premium else 200)
        if most is None:
            assert "characters" not in app.words
        else:
            await app.until_seen(f"{units(body.strip())} of {most} characters")
            assert units(body.strip()) <= most

    drive(filled, steps)
    draft = _newest(filled)
    assert (draft.channel, draft.premium) == (channel, premium)
    assert bool(draft.current.subject) is (channel is not Channel.LINKEDIN_NOTE)


def test_not_now_drafts_nothing_and_the_last_way_is_offered_first(filled: Workspace, drive: Drive) -> None:
    """Esc leaves the question; Enter takes the way of the time before, also right behind the key that asks."""

    async def steps(app: Any) -> None:
        await app.press("f", "escape")
        await app.until(lambda: not isinstance(app.app.screen, Question))
        assert filled.drafts(filled.mentorships()[0].id) == []
        await app.press("f", "n")
        await app.until_drafted()
        await app.press("escape")
        await app.until_seen("First contact, LinkedIn note,")
        await app.press("f", "enter")
        await app.until(lambda: len(filled.drafts(filled.mentorships()[0].id)) == 2)

    drive(filled, steps)
    assert _newest(filled).channel is Channel.LINKEDIN_NOTE


def test_characters_are_counted_as_typed_and_too_many_are_said_in_words(filled: Workspace, drive: Drive) -> None:
    """As LinkedIn counts: an emoji is two."""

    async def steps(app: Any) -> None:
        await app.press("f", "n")
        await app.until_drafted()
        before = units(app.app.screen.text[1].strip())
        await app.paste("🙂")
        await app.until_seen(f"{before + 2} of 200 characters")
        await app.paste("x" * (200 - before))
        await app.until_seen("202 of 200 characters, 2 too many")
        assert app.app.screen.query_one("#count").has_class("-over")
        await app.until_seen("Not ready: 1 thing to fix")

    drive(filled, steps)


def test_a_note_is_copied_and_written_without_a_subject(
    filled: Workspace, drive: Drive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has none: there is no field for it, and Tab goes past."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "first-contact-tomasz-zielinski.txt"

    async def steps(app: Any) -> None:
        await app.press("f", "n")
        await app.until_drafted()
        assert "Subject" not in app.words
        await app.press("shift+tab")
        assert app.app.focused.id in ("body", "ground-list")
        await app.press("shift+f4")
        await app.until_seen("A note on LinkedIn has no subject.")
        await app.press("f5", "enter")
        await app.until(file.exists)

    drive(filled, steps)
    assert file.read_text(encoding="utf-8") == _newest(filled).current.body.rstrip() + "\n"


def test_a_section_of_a_note_is_made_anew_within_its_limit(filled: Workspace, drive: Drive) -> None:
    """And another draft goes the same way as the one before."""

    async def steps(app: Any) -> None:
        await app.press("f", "p")
        await app.until_drafted()
        for key in "fasp":
            await app.press("f8", key)
            await app.until(lambda: not app.app.screen.busy)
            assert units(app.app.screen.text[1].strip()) <= 300
        await app.press("f8", "d")
        await app.until(lambda: len(filled.drafts(filled.mentorships()[0].id)) == 2)

    drive(filled, steps)
    assert (_newest(filled).channel, _newest(filled).premium) == (Channel.LINKEDIN_NOTE, True)


def test_the_model_is_told_what_the_mentee_has_seen(filled: Workspace, drive: Drive) -> None:
    """The sections of earlier drafts, so that no draft says them again."""
    asked: list[Any] = []
    draft = filled.draft

    def noted(*args: Any, **options: Any) -> Any:
        asked.append(options["earlier"])
        return draft(*args, **options)

    filled.draft = noted  # type: ignore[method-assign]

    async def steps(app: Any) -> None:
        await app.press("f", "enter")
        await app.until_drafted()
        await app.press("f8", "d")
        await app.until(lambda: len(asked) == 2)
        await app.until_drafted()

    drive(filled, steps)
    assert not asked[0].texts
    assert len(asked[1].texts) >= 5


def test_the_way_of_the_last_first_contact_is_known() -> None:
    """Other kinds say nothing of it."""
    drafts = [Draft("", "", Kind.AGENDA), Draft("", "", Kind.FIRST_CONTACT, Channel.LINKEDIN_NOTE, premium=True)]
    assert last_way(drafts) == Way(Channel.LINKEDIN_NOTE, premium=True)
    assert last_way(drafts[:1]) == EMAIL
    assert WayQuestion("A", last_way(drafts)).start == "premium"
