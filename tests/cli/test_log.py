"""``outreach log``: each event, what is due after it, and taking it back."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from outreach.domain.draft import Finding, Level
from outreach.domain.events import Event, What
from outreach.settings import Paths
from outreach.store.store import Store
from tests.cli.conftest import RunMain


def _stored() -> bytes:
    return Paths.of_user().store_file.read_bytes()


def _events() -> list[Event]:
    store = Store(Paths.of_user().store_file)
    try:
        return list(store.mentorships()[0].events)
    finally:
        store.close()


def _type(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_what_happened_is_told_with_the_stage_and_what_is_due_next(run: RunMain, tomasz: Path) -> None:
    """From an import without an event to a kind no, one line each for what was logged and the stage after it."""
    drafted = run("draft", "--mentor", "Tom", "--kind", "first-contact", "--no-model", "--today", "2026-11-24")
    assert "`outreach log Tomasz sent`" in drafted.err
    sent = run("log", "Tomasz", "sent", "--today", "2026-11-24")
    assert (sent.status, sent.err) == (0, "")
    assert " ".join(sent.out.split()) == (
        "Logged: Tuesday 24 November 2026, sent a first contact to Tomasz Zieliński (the draft “From nursing to "
        "informatics”) Stage: sent. Next: follow-up, on Tuesday 1 December. No answer since Tuesday 24 November; "
        "follow up once, with something new."
    )
    answered = run("log", "Tomasz", "answered", "--date", "2026-11-27", "--today", "2026-12-01").out
    assert "Stage: answered." in answered
    assert "Next: reply, overdue since Monday 30 November." in answered
    assert "Stage: resting." in run("log", "Tomasz", "declined", "Not now, sorry.", "--today", "2026-12-02").out
    ended = run("log", "Tomasz", "ended", "--today", "2026-12-03").out.splitlines()
    assert ended[1:] == ["Stage: ended.", "Nothing is due next with them."]
    assert [event.what for event in _events()] == ["drafted", "sent", "answered", "declined", "ended"]


def test_the_same_again_changes_nothing_and_says_so(run: RunMain, tomasz: Path) -> None:
    """Neither by the same words nor by none, and a message is not sent twice on a day by saying so twice."""
    for words in (["sent"], ["promised", "read the guide", "--by", "2026-12-17"], ["answered", "Yes."]):
        assert run("log", "Tomasz", *words, "--today", "2026-12-01").out.startswith("Logged: ")
        before = _stored()
        again = run("log", "Tomasz", *words, "--today", "2026-12-01")
        assert (again.status, again.out.startswith("It is there already")) == (0, True)
        assert _stored() == before


def test_a_draft_that_a_later_one_took_the_place_of_was_not_sent(run: RunMain, tomasz: Path) -> None:
    """The message after it is another one; and no draft was sent before it was made."""
    for seed in "12":
        run(
            "draft", "--mentor", "Tom", "--kind", "first-contact", "--no-model", "--seed", seed, "--today", "2026-11-24"
        )
    run("log", "Tomasz", "sent", "--date", "2026-11-20", "--today", "2026-11-24")
    run("log", "Tomasz", "sent", "--today", "2026-11-24")
    run("log", "Tomasz", "sent", "--today", "2026-12-02")
    assert [(str(event.date), bool(event.draft_id)) for event in _events() if event.what is What.SENT] == [
        ("2026-11-20", False),
        ("2026-11-24", True),
        ("2026-12-02", False),
    ]


def test_words_may_stand_behind_options_and_come_from_standard_input(
    run: RunMain, tomasz: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pasted answer keeps its lines; a terminal never sees its escape sequences."""
    run("log", "Tomasz", "promised", "--by", "2026-12-17", "--theirs", "send the slides", "--today", "2026-12-01")
    _type(monkeypatch, "Dear Ida,\r\n\r\nyes \x1b[31mgladly\x1b[0m.\n")
    answered = run("log", "Tomasz", "--date", "2026-12-01", "answered", "-", "--today", "2026-12-02")
    assert "“Dear Ida, yes gladly.”" in " ".join(answered.out.split())
    promised, heard = _events()
    assert (promised.text, promised.owner, promised.by and promised.by.isoformat()) == (
        "send the slides",
        "mentor",
        "2026-12-17",
    )
    assert heard.text == "Dear Ida,\n\nyes \x1b[31mgladly\x1b[0m."
    done = run("log", "Tomasz", "done", "send", "--result", "I saw how it works", "--today", "2026-12-18").out
    assert " ".join(done.split()).startswith(
        "Logged: Friday 18 December 2026, done: “send the slides”; it led to: “I saw how it works”"
    )


def test_an_entry_is_taken_back_by_its_number_or_as_the_last(run: RunMain, tomasz: Path) -> None:
    """Whichever was logged last, not which happened last; the drafted entry of a draft stays."""
    for words in (
        ["sent", "--date", "2026-11-24"],
        ["declined", "--date", "2026-12-02"],
        ["met", "--date", "2026-11-30"],
    ):
        run("log", "Tomasz", *words, "--today", "2026-12-03")
    assert (
        "Taken back: Monday 30 November 2026, met Tomasz" in run("log", "Tomasz", "--undo", "--today", "2026-12-03").out
    )
    numbers = json.loads(run("timeline", "Tomasz", "--today", "2026-12-03", "--json").out)
    assert [(one["number"], one["event"]) for one in numbers] == [(1, "sent"), (2, "declined")]
    taken = run("log", "Tomasz", "--undo", "2", "--today", "2026-12-03").out
    assert "Taken back: Wednesday 2 December 2026, Tomasz Zieliński declined" in taken
    assert "Stage: sent." in taken
    assert run("log", "Tomasz", "--undo", "--today", "2026-12-03").status == 0
    nothing = run("log", "Tomasz", "--undo", "--today", "2026-12-03")
    assert (nothing.status, nothing.out) == (2, "")
    assert "Nothing was logged with Tomasz Zieliński yet" in nothing.err


def test_what_was_not_logged_cannot_be_taken_back(run: RunMain, cases: Path) -> None:
    """A meeting with notes speaks for itself; the error says where to change it."""
    run("import", cases / "signalling-introduced.toml")
    done = run("log", "Agnieszka", "--undo", "1", "--today", "2027-01-20")
    assert (done.status, done.out) == (2, "")
    assert "was not logged: it follows from a meeting or a draft" in done.err


def test_a_promise_names_the_advice_that_it_follows(run: RunMain, cases: Path) -> None:
    """By its beginning; advice that nobody gave is told."""
    run("import", cases / "signalling-introduced.toml")
    args: list[Any] = ["log", "Agnieszka", "promised", "read every table twice", "--today", "2027-01-20", "--advice"]
    assert run(*args, "sit, read").status == 0
    assert _events()[0].advice == "sit, read table twice, THEN go out"
    assert "there is no advice “stand”" in run(*args, "stand").err


WRONG: dict[str, tuple[list[str], str]] = {
    "nobody": ([], "MENTOR"),
    "a stranger": (["Jo", "sent"], "no mentor “Jo”"),
    "nothing": (["Tomasz"], "EVENT is one of drafted, sent, answered"),
    "no such event": (["Tomasz", "snet"], "perhaps “sent”"),
    "an event behind an option": (["Tomasz", "--date", "2026-12-01", "snet"], "perhaps “sent”"),
    "too many words": (["Tomasz", "ended", "we", "moved"], "unrecognized arguments: moved"),
    "words for a message": (["Tomasz", "sent", "a mail"], "“sent” takes no words"),
    "words for a meeting": (["Tomasz", "met", "a mail"], "outreach meetings notes"),
    "a promise of nothing": (["Tomasz", "promised"], "“promised” needs words"),
    "nothing done": (["Tomasz", "done", " "], "“done” needs words"),
    "a day to come": (["Tomasz", "sent", "--date", "2026-12-05"], "still to come; today is 2026-12-04"),
    "no such day": (["Tomasz", "sent", "--date", "2027-02-29"], "not in the calendar"),
    "a kind of answer": (["Tomasz", "answered", "--kind", "agenda"], "--kind goes with drafted or sent"),
    "a late message": (["Tomasz", "sent", "--by", "2026-12-05"], "--by goes with promised"),
    "a promise for yesterday": (["Tomasz", "promised", "x", "--by", "2026-12-03"], "is before the day of the promise"),
    "their message": (["Tomasz", "sent", "--theirs"], "--theirs goes with promised"),
    "a message that led somewhere": (["Tomasz", "sent", "--result", "x"], "--result goes with done"),
    "their promise on advice": (
        ["Tomasz", "promised", "x", "--theirs", "--advice", "y"],
        "--advice goes with what you",
    ),
    "advice of nobody": (["Tomasz", "promised", "x", "--advice", "y"], "there is no advice “y”"),
    "undoing and doing": (["Tomasz", "sent", "--undo"], "--undo takes an entry back"),
    "undoing nothing": (["Tomasz", "--undo", "1"], "There is no entry 1"),
    "undoing words": (["Tomasz", "--undo", "all"], "the number of an entry, not “all”"),
}


def test_wrong_use_is_told_and_changes_nothing(run: RunMain, tomasz: Path) -> None:
    """Exit 2, standard output empty, and words that name what is wrong."""
    before = _stored()
    for name, (args, said) in WRONG.items():
        done = run("log", *args, "--today", "2026-12-04")
        assert (done.status, done.out) == (2, ""), name
        assert said in done.err, name
    assert _stored() == before


def test_a_log_names_up_to_three_things_that_are_next_the_one_it_causes_first(run: RunMain, tomasz: Path) -> None:
    """An overdue action hides no reply; what is far off stands nowhere."""
    run("log", "Tomasz", "sent", "--today", "2026-11-24")
    for what, by in (("write it", "2026-12-03"), ("call Anna", "2026-12-04"), ("read it", "2026-12-08")):
        run("log", "Tomasz", "promised", what, "--by", by, "--date", "2026-11-25", "--today", "2026-11-25")
    told = run("log", "Tomasz", "answered", "Gladly.", "--today", "2026-12-07").out
    lines = [line for line in told.splitlines() if line.startswith("Next: ")]
    assert [line.split(".")[0] for line in lines] == [
        "Next: reply, on Tuesday 8 December",
        "Next: action, overdue since Thursday 3 December",
        "Next: action, overdue since Friday 4 December",
    ]


def test_an_answer_that_reads_like_a_no_is_pointed_out(run: RunMain, tomasz: Path) -> None:
    """In one line; nothing is changed by itself."""
    run("log", "Tomasz", "sent", "--today", "2026-11-24")
    doubt = "That reads like a no. If it is one: outreach log Tomasz --undo, then declined."
    no = run("log", "Tomasz", "answered", "I'm afraid I can't take anyone on.", "--today", "2026-11-26").out
    assert doubt in no.splitlines()
    assert "Stage: answered." in no
    for yes in ("I can't do Thursday, how about Friday?", "No bother at all, gladly."):
        assert "reads like" not in run("log", "Tomasz", "answered", yes, "--today", "2026-11-27").out


def test_a_message_whose_draft_was_not_ready_is_pointed_out(run: RunMain, tomasz: Path) -> None:
    """It is logged all the same; one that was ready needs no word."""
    run("draft", "--mentor", "Tom", "--kind", "first-contact", "--no-model", "--today", "2026-11-24")
    store = Store(Paths.of_user().store_file)
    draft = store.drafts(store.mentorships()[0].id)[0]
    wrong = Finding("R7", Level.FAIL, "“40” stands in no fact.")
    store.save_draft(replace(draft, revisions=(replace(draft.current, findings=(wrong,)),)))
    store.close()
    sent = run("log", "Tomasz", "sent", "--today", "2026-11-24")
    assert (sent.status, "Its draft was not ready when it was saved." in sent.out.splitlines()) == (0, True)
