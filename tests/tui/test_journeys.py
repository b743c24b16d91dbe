"""Whole ways through the app by keys alone, from Home to what is stored in the end."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from outreach.domain.case import Action
from outreach.domain.draft import Channel, Draft, Kind, Origin
from outreach.domain.events import What
from outreach.engine.llama import LlamaEngine
from outreach.tui.home.main_screen import MainScreen
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]


def _drafts(workspace: Workspace) -> list[Draft]:
    return list(workspace.drafts(workspace.mentorships()[0].id))


def test_a_mentor_is_added_beside_another_and_is_the_one_at_hand(filled: Workspace, drive: Drive) -> None:
    """The new one stands in the list with its stage, chosen, and the next key drafts for it."""

    async def steps(app: Any) -> None:
        await app.press("n")
        await app.until_seen("A new mentor")
        await app.paste("Dr Ada [/b] Lane")
        await app.press("tab", "tab", "tab")
        await app.paste("Matron")
        await app.press("tab", "tab")
        await app.paste("She teaches nurses to read lab values.\nShe wrote a guide to night shifts.")
        await app.press("ctrl+s")
        await app.until(lambda: isinstance(app.app.screen, MainScreen))
        await app.until_seen("Ada [/b] Lane")
        await app.press("f", "m")
        await app.until_drafted()
        await app.until_seen("direct message for Ada [/b] Lane")

    drive(filled, steps)
    ada, tomasz = filled.mentorships()
    assert (ada.mentor.name, ada.mentor.title, ada.mentor.role) == ("Ada [/b] Lane", "Dr", "Matron")
    assert ada.mentor.background.splitlines() == [
        "She teaches nurses to read lab values.",
        "She wrote a guide to night shifts.",
    ]
    (draft,) = filled.drafts(ada.id)
    assert (draft.kind, draft.channel) == (Kind.FIRST_CONTACT, Channel.MESSAGE)
    assert filled.drafts(tomasz.id) == []


def test_a_review_leads_from_not_ready_to_ready_with_what_it_offers(filled: Workspace, drive: Drive) -> None:
    """One finding is mended, one is rubbed out by hand; each verdict is stored with the words it is about."""

    def now() -> Any:
        return _drafts(filled)[0].current

    async def steps(app: Any) -> None:
        await app.press("f", "e")
        await app.until_drafted()
        await app.until_seen("Ready, saved")
        await app.press("end", "left", "x")
        await app.until_seen("Not ready: 1 thing to fix")
        await app.until(lambda: not now().ready and now().body.startswith("Dear Dr Zielińskix,"))
        await app.press("f6")
        await app.until_seen("To fix:")
        await app.press("f7")
        await app.until_seen("Dear Dr Zieliński,")
        await app.until_seen("Ready, saved")
        await app.press("down", "down", "home")
        await app.paste("[Your Name] ")
        await app.until_seen("Not ready: 1 thing to fix")
        await app.press("f6")
        await app.until_seen("To fix: “[Your Name]”")
        await app.press("backspace", "delete")
        await app.until_seen("Ready, saved")
        await app.until(lambda: now().ready and now().body.startswith("Dear Dr Zieliński,"))

    drive(filled, steps)
    assert now().ready
    assert "[Your Name]" not in now().body


def test_an_agenda_comes_from_a_meeting_that_was_just_entered(
    open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any
) -> None:
    """Its questions stand in it word for word, its day in the subject; it is listed with the mentor."""
    workspace = open_workspace()
    workspace.save_mentee(mentee)
    workspace.save_mentorship(dataclasses.replace(mentorship, meetings=()))

    async def steps(app: Any) -> None:
        await app.press("m")
        await app.until_seen("A new meeting")
        await app.paste("3 Dec 2026")
        await app.press("tab")
        await app.paste("17:00")
        await app.press("tab")
        await app.paste("30")
        await app.press("tab")
        await app.paste("video call")
        await app.press("tab", "tab", "tab", "tab")
        await app.paste("Which drift metric would you watch first?\nWho should see the first alarms?")
        await app.press("ctrl+s")
        await app.until(lambda: isinstance(app.app.screen, MainScreen))
        await app.press("a")
        await app.until_drafted()
        await app.until_seen("Agenda for Tomasz")
        await app.press("escape", "4")
        await app.until_seen("Agenda for 3 Dec 2026")

    drive(workspace, steps)
    (meeting,) = workspace.mentorships()[0].meetings
    assert (meeting.date, meeting.time, meeting.minutes) == (dt.date(2026, 12, 3), dt.time(17, 0), 30)
    (draft,) = _drafts(workspace)
    assert draft.kind is Kind.AGENDA
    assert "3 Dec" in draft.current.subject
    for question in meeting.questions:
        assert question in draft.current.body
    assert len(meeting.questions) == 2


def test_notes_that_are_written_during_a_call_are_stored_by_their_kind(
    open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any
) -> None:
    """One key from Home to the notes of the meeting of today; what was promised on either side is to be done then."""
    workspace = open_workspace()
    workspace.save_mentee(mentee)
    held = dataclasses.replace(mentorship.meetings[0], date=workspace.today, notes="", next_actions=())
    workspace.save_mentorship(dataclasses.replace(mentorship, meetings=(held,)))

    async def steps(app: Any) -> None:
        await app.press("o")
        await app.until(lambda: app.app.focused.id == "notes")
        await app.type("Start small")
        await app.press("enter", ">", "space")
        await app.type("Write the plan by 17 Dec")
        await app.press("enter", "!", "space")
        await app.type("looked tired")
        await app.until_seen("Private looked tired")
        await app.press("ctrl+s")
        await app.until(lambda: isinstance(app.app.screen, MainScreen))
        await app.press("6")
        await app.until_seen("Write the plan")

    drive(workspace, steps)
    (meeting,) = workspace.mentorships()[0].meetings
    assert meeting.notes == "Start small\n! looked tired"
    assert meeting.next_actions == (Action("Write the plan", by=dt.date(2026, 12, 17)),)


def test_a_thank_you_is_drafted_from_the_notes_and_marked_as_sent(filled: Workspace, drive: Drive) -> None:
    """It says what was advised and promised, and nothing that is private."""

    async def steps(app: Any) -> None:
        await app.press("t")
        await app.until_drafted()
        await app.until_seen("Thank-you for Tomasz")
        await app.press("f10")
        await app.until_told("Logged: sent (thank-you), today.")
        await app.press("escape", "5")
        await app.until_seen("Sent: thank-you")

    drive(filled, steps)
    (draft,) = _drafts(filled)
    assert draft.kind is Kind.THANK_YOU
    assert "log every override a nurse makes" in draft.current.body
    assert "one-page shadow-deployment plan" in draft.current.body
    assert "tired" not in draft.current.body
    sent = [event for event in filled.mentorships()[0].events if event.what is What.SENT]
    assert [(event.kind, event.draft_id) for event in sent] == [(Kind.THANK_YOU, draft.id)]


def test_a_model_that_is_missing_since_the_last_time_is_told_and_templates_write(
    filled: Workspace, drive: Drive
) -> None:
    """The choice stays in the settings; Home and the draft say what wrote."""
    filled.save_settings(filled.settings().with_model("tiny"))

    async def steps(app: Any) -> None:
        await app.until_seen("Templates only: no model is here yet. Ctrl+G gets one that writes better.")
        await app.press("f", "e")
        await app.until_drafted()
        await app.press("f3")
        await app.until_seen("without a model")
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, MainScreen))

    drive(filled, steps)
    (draft,) = _drafts(filled)
    assert draft.current.model is None
    assert all(section.origin is not Origin.MODEL for section in draft.current.sections)
    assert filled.settings().model == "tiny"


def test_an_engine_that_dies_in_mid_draft_leaves_a_draft_and_the_next_one_starts_another(
    open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any, tiny_model: Path, tmp_path: Path
) -> None:
    """kill -9 of the real child while its first try is on the screen."""
    engine = LlamaEngine(tiny_model, "tiny", "", tmp_path / "engine.log")
    workspace = open_workspace(engine)
    workspace.save_mentee(mentee)
    workspace.save_mentorship(mentorship)
    killed: list[int] = []

    async def steps(app: Any) -> None:
        await app.press("f", "e")
        await app.until(lambda: engine.child_pid is not None)
        await app.until_seen("Hook, 1st try")
        assert engine.child_pid is not None
        killed.append(engine.child_pid)
        os.kill(engine.child_pid, signal.SIGKILL)
        await app.until_drafted()
        await app.until_seen("The rest of the draft comes from templates.")
        await app.until_seen("Dear Dr Zieliński,")
        await app.type("Good evening. ")
        await app.press("ctrl+s", "f8", "d")
        await app.until(lambda: engine.child_pid not in (None, *killed))
        await app.press("escape")
        await app.until_drafted()
        await app.until_seen("Stopped.")

    drive(workspace, steps)
    _, first = _drafts(workspace)
    assert first.current.body.startswith("Good evening. Dear Dr Zieliński,")
    assert len(first.current.sections) == 7
    assert all(section.origin is not Origin.MODEL for section in first.current.sections)
