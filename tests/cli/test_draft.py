"""``outreach draft``, from files and from the store."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import struct
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from outreach.cli import draft, output
from outreach.domain.case import Action, Meeting
from outreach.domain.draft import FROM_CASE, Kind
from outreach.domain.errors import BadInput, Cancelled, EngineFailed
from outreach.domain.meetings import meeting_for
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentor
from outreach.engine.scripted import Answer, ScriptedEngine
from outreach.exchange.case_file import read_case
from outreach.settings import Paths
from outreach.store.store import Store
from outreach.workspace import Workspace
from tests.cli.conftest import RunMain
from tests.conftest import OutreachCli

KEYS = "kind channel subject body ready score facts sections findings withheld model seed timings".split()
NAMES = ["archivist-reverse", "beekeeper-cold", "luthier-peer", "signalling-introduced"]


def _check_contract(result: dict[str, Any]) -> None:
    assert list(result) == KEYS
    assert 1 <= result["seed"] < 2**31
    assert set(result["timings"]) == {
        "load_s",
        "first_text_s",
        "total_s",
        "prompt_tokens",
        "new_tokens",
        "kept_tokens",
    }
    for section in result["sections"]:
        assert set(section) == {"name", "text", "start", "end", "origin", "facts", "tries"}
        assert section["origin"] in {"model", "mentee", "template"}
        if section["start"] is not None:
            assert result["body"][section["start"] : section["end"]] == section["text"]
    for fact in result["facts"]:
        assert set(fact) == {"id", "text", "start", "end"}
    for finding in result["findings"]:
        assert set(finding) == {"rule", "level", "message", "where", "start", "end", "fix"}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", FROM_CASE)
def test_a_draft_without_a_model_is_ready(run: RunMain, cases: Path, name: str, kind: Kind) -> None:
    """From templates alone; the JSON is that of the contract, the plain text says the same."""
    args = ["draft", str(cases / f"{name}.toml"), "--kind", kind, "--no-model", "--today", "2026-12-01", "--seed", "7"]
    done = run(*args, "--json")
    result = json.loads(done.out)
    _check_contract(result)
    assert (done.status, result["ready"]) == (0, True), result["findings"]
    assert (result["kind"], result["model"], result["seed"]) == (kind, None, 7)
    assert result["subject"]
    assert run(*args).out == f"Subject: {result['subject']}\n\n{result['body'].rstrip()}\n"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("more", "most"), [([], 200), (["--premium"], 300)])
def test_a_linkedin_note_is_ready_and_has_no_subject(
    run: RunMain, cases: Path, name: str, more: list[str], most: int
) -> None:
    """The JSON names the channel; the plain text is the note alone, to be copied."""
    args = ["draft", str(cases / f"{name}.toml"), "--kind", "first-contact", "--channel", "linkedin-note", *more]
    args += ["--no-model", "--today", "2026-12-01", "--seed", "7"]
    done = run(*args, "--json")
    result = json.loads(done.out)
    _check_contract(result)
    assert (done.status, result["ready"]) == (0, True), result["findings"]
    assert (result["channel"], result["subject"]) == ("linkedin-note", "")
    assert len(result["body"]) <= most
    assert run(*args).out == result["body"] + "\n"


def test_a_direct_message_has_a_subject_for_where_there_is_one(run: RunMain, cases: Path) -> None:
    """InMail has one; between contacts it is left out."""
    args = ["draft", cases / "beekeeper-cold.toml", "--kind", "first-contact", "--channel", "message", "--no-model"]
    result = json.loads(run(*args, "--today", "2026-12-01", "--json").out)
    _check_contract(result)
    assert (result["channel"], result["ready"]) == ("message", True)
    assert 0 < len(result["subject"]) <= 200


def test_a_draft_from_a_file_leaves_the_store_alone(run: RunMain, cases: Path) -> None:
    """It works while the app is open, and writes nothing."""
    store = Store(Paths.of_user().store_file)
    before = Paths.of_user().store_file.read_bytes()
    done = run("draft", cases / "luthier-peer.toml", "--kind", "agenda", "--no-model", "--today", "2026-12-01")
    assert done.status == 0
    assert Paths.of_user().store_file.read_bytes() == before
    store.close()


def test_standard_error_tells_what_was_withheld_and_how_it_ends(run: RunMain, cases: Path) -> None:
    """Withheld lines with their reason, then ready; nothing about models that were not wanted."""
    done = run("draft", cases / "luthier-peer.toml", "--kind", "thank-you", "--no-model", "--today", "2026-12-12")
    assert "withheld: “her price list is confidential” (private)" in done.err
    assert done.err.splitlines()[-1] == "ready"
    assert "models pull" not in done.err
    assert "confidential" not in done.out


def test_without_a_model_here_templates_are_used_and_said(
    run: RunMain, cases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The draft is made all the same."""
    monkeypatch.setenv("OUTREACH_MODELS", str(tmp_path / "no-models"))
    done = run("draft", cases / "luthier-peer.toml", "--kind", "agenda", "--today", "2026-12-01")
    assert done.status == 0
    assert "Drafted from templates: no model is here. `outreach models pull` gets one." in done.err


def test_the_result_goes_to_a_file(run: RunMain, cases: Path, tmp_path: Path) -> None:
    """Standard output stays empty; a file is overwritten with --force alone."""
    out = tmp_path / "agenda.md"
    args = ["draft", str(cases / "luthier-peer.toml"), "--kind", "agenda", "--no-model", "--out", str(out)]
    done = run(*args)
    assert (done.status, done.out) == (0, "")
    first = out.read_bytes()
    assert first.startswith(b"Subject: ")
    refused = run(*args)
    assert (refused.status, refused.out) == (2, "")
    assert out.read_bytes() == first
    assert run(*args, "--json", "--force").status == 0
    _check_contract(json.loads(out.read_bytes()))
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_a_device_is_written_to_and_not_replaced(run: RunMain, cases: Path) -> None:
    """--out /dev/null stays what it is."""
    if not Path(os.devnull).is_char_device():
        pytest.skip("no such device")
    args = ["draft", cases / "luthier-peer.toml", "--kind", "agenda", "--no-model", "--out", os.devnull, "--force"]
    assert run(*args).status == 0
    assert Path(os.devnull).is_char_device()


def test_a_draft_for_a_stored_mentor_is_kept(run: RunMain, cases: Path) -> None:
    """With its meeting; the list counts it."""
    run("import", cases / "luthier-peer.toml")
    done = run("draft", "--mentor", "catriona", "--kind", "agenda", "--no-model", "--today", "2026-12-01", "--json")
    result = json.loads(done.out)
    assert done.status == 0
    listed = json.loads(run("mentors", "--json").out)
    assert listed[0]["drafts"] == 1
    store = Store(Paths.of_user().store_file)
    [kept] = store.drafts(listed[0]["id"])
    [mentorship] = store.mentorships()
    store.close()
    assert kept.meeting_id == mentorship.meetings[0].id
    assert kept.kind is Kind.AGENDA
    assert (kept.current.subject, kept.current.body) == (result["subject"], result["body"])
    assert kept.current.saved is not None


def test_drafts_for_a_stored_mentor_do_not_repeat_what_was_seen(run: RunMain, cases: Path) -> None:
    """Each says its hook in other words; with a seed it is the same draft again, whatever was drafted meanwhile."""
    run("import", cases / "luthier-peer.toml")
    order = ("draft", "--mentor", "catriona", "--kind", "first-contact", "--no-model", "--today", "2026-12-01")

    def hook(*more: str) -> str:
        sections = json.loads(run(*order, "--json", *more).out)["sections"]
        return next(str(section["text"]) for section in sections if section["name"] == "hook")

    seeded = hook("--seed", "7")
    seen = [seeded, hook(), hook()]
    assert len(set(seen)) == 3
    assert hook("--seed", "7") == seeded


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--mentor", "Nobody", "--kind", "agenda"], "Known are: Catriona MacAskill"),
        (["--mentor", "C", "--kind", "agenda", "--seed", "x"], "--seed"),
    ],
)
def test_a_stored_mentor_that_is_not_there_is_told(run: RunMain, cases: Path, args: list[str], said: str) -> None:
    """Exit 2 with an empty standard output."""
    run("import", cases / "luthier-peer.toml")
    done = run("draft", *args)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_a_locked_store_is_told(run: RunMain) -> None:
    """Exit 4 for what needs the store."""
    store = Store(Paths.of_user().store_file)
    assert run("draft", "--mentor", "x", "--kind", "agenda").status == 4
    assert run("mentors", "--json").out == ""
    store.close()


def test_a_bad_model_file_is_told_with_the_text_that_was_kept(
    run: RunMain, cases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 3; the JSON has the error and a whole text from templates."""
    monkeypatch.setenv("OUTREACH_MODELS", str(tmp_path / "models"))
    bad = tmp_path / "bad.gguf"
    bad.write_bytes(struct.pack("<4sIQQ", b"GGUF", 3, 0, 0))
    assert run("models", "add", bad, "--id", "bad").status == 0
    done = run("draft", cases / "luthier-peer.toml", "--kind", "first-contact", "--model", "bad", "--json")
    result = json.loads(done.out)
    assert done.status == 3
    assert result["error"]
    assert result["ready"] is False
    assert "Catriona" in result["body"]
    assert done.err.startswith("outreach: ") or "\noutreach: " in done.err


def test_a_model_that_is_not_here_is_told(
    run: RunMain, cases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 3 with JSON, or exit 2 for a name that no model has."""
    monkeypatch.setenv("OUTREACH_MODELS", str(tmp_path / "models"))
    done = run("draft", cases / "luthier-peer.toml", "--kind", "agenda", "--model", "large", "--json")
    assert done.status == 3
    assert json.loads(done.out)["error"]
    unknown = run("draft", cases / "luthier-peer.toml", "--kind", "agenda", "--model", "no-such", "--json")
    assert unknown.status in {2, 3}
    assert "no-such" in unknown.err


def _order(**more: Any) -> draft.Order:
    return draft.Order(Kind.FIRST_CONTACT, output.Result(), **more)


def test_an_engine_that_dies_leaves_the_kept_text(cases: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """In the middle of a candidate."""
    case = read_case(cases / "beekeeper-cold.toml")
    engine = ScriptedEngine([Answer("I read", error=EngineFailed("The model stopped.", "Try again."))])
    with (
        closing(Workspace(Paths.of_user(), today=dt.date(2026, 12, 1), engine=engine)) as workspace,
        pytest.raises(EngineFailed, match="The model stopped"),
    ):
        draft.make(workspace, case, _order(json=True))
    result = json.loads(capfd.readouterr().out)
    assert "The model stopped." in result["error"]
    assert "Siiri" in result["body"]


@pytest.mark.skipif(os.name == "nt", reason="signals are of POSIX")
def test_ctrl_c_stops_a_draft(cases: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The engine is cancelled, nothing is printed, and the old handler of the signal is back."""
    case = read_case(cases / "beekeeper-cold.toml")
    answer = Answer("I read your report", wait=threading.Event())
    # A run in the background inherits an ignored signal; this test is about one that is not.
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)
    before = signal.getsignal(signal.SIGINT)

    def interrupt() -> None:
        if answer.waiting.wait(60):
            os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=interrupt).start()
    with (
        closing(Workspace(Paths.of_user(), today=dt.date(2026, 12, 1), engine=ScriptedEngine([answer]))) as workspace,
        pytest.raises(Cancelled) as caught,
    ):
        draft.make(workspace, case, _order())
    assert caught.value.exit_code == 130
    assert capfd.readouterr().out == ""
    assert signal.getsignal(signal.SIGINT) is before
    signal.signal(signal.SIGINT, inherited)


def test_a_draft_through_a_real_process(outreach_cli: OutreachCli, cases: Path) -> None:
    """Result on standard output, the rest on standard error."""
    done = outreach_cli(
        "draft", cases / "signalling-introduced.toml", "--kind", "first-contact", "--no-model", "--today", "2026-12-01"
    )
    assert done.returncode == 0
    assert done.stdout.startswith("Subject: ")
    assert "Agnieszka" in done.stdout
    assert done.stderr.splitlines()[-1] == "ready"


TODAY = dt.date(2026, 12, 10)
PAST = Meeting("past", dt.date(2026, 11, 1), notes="a")
LAST = Meeting("last", dt.date(2026, 12, 1), minutes=30)
AGREED = Meeting("agreed", dt.date(2026, 12, 1), minutes=30, notes="a", next_meeting=dt.date(2026, 12, 20))
HELD_TODAY = Meeting("today", TODAY, next_actions=(Action("b"),))
NEXT = Meeting("next", dt.date(2026, 12, 20), minutes=30)
LATER = Meeting("later", dt.date(2027, 1, 20), notes="prepared")
UNDATED = Meeting("undated", notes="c")


@pytest.mark.parametrize(
    ("kind", "meetings", "wanted"),
    [
        (Kind.FIRST_CONTACT, (PAST, NEXT), None),
        (Kind.AGENDA, (), None),
        (Kind.AGENDA, (PAST, LAST, NEXT, LATER), "next"),
        (Kind.AGENDA, (PAST, HELD_TODAY, NEXT), "today"),
        (Kind.AGENDA, (PAST, LAST), "last"),
        (Kind.AGENDA, (PAST, AGREED), None),
        (Kind.AGENDA, (PAST, AGREED, NEXT), "next"),
        (Kind.AGENDA, (PAST, UNDATED), "undated"),
        (Kind.THANK_YOU, (PAST, LAST, NEXT), "past"),
        (Kind.THANK_YOU, (PAST, HELD_TODAY, LATER), "today"),
        (Kind.THANK_YOU, (PAST, LATER, UNDATED), "past"),
        (Kind.THANK_YOU, (LAST, UNDATED), "undated"),
        (Kind.THANK_YOU, (LAST, LATER), "later"),
        (Kind.THANK_YOU, (LAST, NEXT), "last"),
    ],
)
def test_the_meeting_that_a_draft_is_about(kind: Kind, meetings: tuple[Meeting, ...], wanted: str | None) -> None:
    """An agenda looks forward, a thank-you back."""
    mentorship = Mentorship("m", Mentor("J", "b"), meetings=meetings)
    found = meeting_for(mentorship, kind, TODAY)
    assert (found.id if found else None) == wanted


def test_a_meeting_without_length_is_told_by_field(run: RunMain, cases: Path) -> None:
    """From the store as from a file."""
    run("import", cases / "luthier-peer.toml")
    store = Store(Paths.of_user().store_file)
    [mentorship] = store.mentorships()
    store.save_mentorship(replace(mentorship, meetings=(replace(mentorship.meetings[0], minutes=None),)))
    store.close()
    done = run("draft", "--mentor", "Catriona", "--kind", "agenda", "--no-model", "--json")
    assert (done.status, done.out) == (2, "")
    assert "Catriona MacAskill: meeting.minutes is missing" in done.err


def test_a_result_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file that came into being in the meantime is not overwritten."""
    out = tmp_path / "draft.txt"
    result = output.Result(out)
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(BadInput, match="exists already"):
        result.put("text")
    assert out.read_text(encoding="utf-8") == "mine"


def test_what_passed_between_the_two_is_drafted_from(run: RunMain, tomasz: Path) -> None:
    """A follow-up with news in the mentee's words, a reply that moves with their reason; each with its review."""
    args = ["draft", "--mentor", "Tomasz", "--no-model", "--seed", "1", "--today", "2026-12-02", "--kind"]
    early = run(*args, "follow-up")
    assert (early.status, early.out) == (2, "")
    assert "a follow-up needs a first message that was sent" in early.err
    run("log", "Tomasz", "sent", "--date", "2026-11-24", "--today", "2026-11-24")
    assert "I passed the HL7 exam" in run(*args, "follow-up", "--news", "I passed the HL7 exam").out
    run("log", "Tomasz", "answered", "--today", "2026-12-02")
    run("meetings", "plan", "Tomasz", "--date", "2026-12-15", "--time", "16:00", "--today", "2026-12-02")
    moved = run(*args, "reply", "--as", "move", "--because", "my shift was changed")
    assert "shift was changed" in moved.out
    assert "15 December" in moved.out
    mail = tomasz.with_suffix(".txt")
    mail.write_text(moved.out, encoding="utf-8")
    review = ["review", mail, "--kind", "reply", "--today", "2026-12-02", "--mentor", "Tomasz"]
    assert run(*review).status == moved.status == 0
