"""The findings beside the draft: they follow the typing, lead to their places, and mend them."""

from __future__ import annotations

import asyncio
import re
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from textual.events import Key

from outreach.briefing.brief import Brief
from outreach.domain.case import Case
from outreach.domain.draft import Channel, Finding, Kind, Level, Revision
from outreach.domain.errors import BadInput
from outreach.domain.people import Mentee
from outreach.review.check import Deduction, Review
from outreach.tui.compose.findings import Change, score_line
from outreach.tui.compose.marked_area import MarkedArea
from outreach.tui.compose.rule_screen import RuleScreen
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]
Reviewer = Callable[[Revision, str, str], tuple[Revision, Review]]

WIDE = (120, 40)
"""All panes side by side."""


class Proofreader(Workspace):
    """Finds “teh” and would mend it, “wrong” without a mend, and “Nothing new” of the text as a whole."""

    at_work = 0
    most_at_work = 0
    seconds = 0.0
    _lock = threading.Lock()

    def reviewer(
        self,
        case: Case,
        kind: Kind,
        channel: Channel = Channel.EMAIL,
        *,
        premium: bool = False,
        brief: Brief | None = None,
    ) -> Reviewer:
        def reviewed(revision: Revision, subject: str, body: str) -> tuple[Revision, Review]:
            with self._lock:
                self.at_work += 1
                self.most_at_work = max(self.most_at_work, self.at_work)
            began = time.monotonic()
            while time.monotonic() < began + self.seconds:
                sum(range(1000))
            found = tuple(self._found(subject, body))
            with self._lock:
                self.at_work -= 1
            after = replace(revision, subject=subject, body=body, findings=found)
            return after, Review(found, (Deduction("R23", 3),) if found else ())

        return reviewed

    @staticmethod
    def _found(subject: str, body: str) -> list[Finding]:
        found = [
            Finding("R23", level, f"“{match[0]}” {message}.", where, match.start(), match.end(), fix)
            for where, text in (("subject", subject), ("body", body))
            for word, level, message, fix in (
                ("teh", Level.FAIL, "is no word", "the"),
                ("wrong", Level.WARN, "is doubtful", None),
            )
            for match in re.finditer(word, text)
        ]
        return [*found, Finding("R23", Level.INFO, "Nothing new.")] if "Nothing new" in body else found


@pytest.fixture
def proofread(open_workspace: Open, mentee: Mentee, mentorship: Any) -> Proofreader:
    """A workspace with one mentor, reviewed by the proofreader."""
    workspace = open_workspace(cls=Proofreader)
    assert isinstance(workspace, Proofreader)
    workspace.save_mentee(mentee)
    workspace.save_mentorship(mentorship)
    return workspace


async def _first_contact(app: Any) -> MarkedArea:
    await app.press("f", "enter")
    await app.until_drafted()
    return _body(app)


def _body(app: Any) -> MarkedArea:
    body = app.app.screen.query_one("#body")
    assert isinstance(body, MarkedArea)
    return body


async def _write(app: Any, text: str) -> None:
    """Have ``text`` as the whole body, the cursor at its beginning."""
    body = _body(app)
    body.replace(text, (0, 0), body.document.end)
    body.move_cursor((0, 0))
    await app.until(lambda: app.app.screen._words.fresh)
    await app.pilot.pause()


def _marked(app: Any) -> list[str]:
    """The marked words of the body as they are drawn, line by line."""
    body = _body(app)
    lines = (body.render_line(y) for y in range(body.size.height))
    marked = ("".join(part.text for part in line if part.style and part.style.underline) for line in lines)
    return [words for words in marked if words]


def _saved(workspace: Workspace) -> Revision:
    return workspace.drafts(workspace.mentorships()[0].id)[0].current


def _beside(app: Any) -> str:
    """The findings as one line of words."""
    region = app.app.screen.query_one("#side").region
    lines = app.seen.splitlines()[region.y : region.bottom]
    return " ".join(" ".join(line[region.x :] for line in lines).replace("▌", " ").split())


def _focus(app: Any) -> str:
    return app.app.focused.id or ""


def test_typing_shows_a_finding_with_the_score_and_its_reasons(filled: Workspace, drive: Drive) -> None:
    """By the real rules, without leaving the editor, and gone again with the words."""

    async def steps(app: Any) -> None:
        await _first_contact(app)
        await app.press(*"[Your")
        await app.press("space", *"Name]")
        # The review sees the text on its way, too: what counts is what it says of the whole.
        await app.until(lambda: re.search(r"Score \d+: .*nothing left to fill in −15", _beside(app)) is not None)
        assert "To fix:" in app.words
        assert "Not ready" in app.words
        assert "[Your Name]" in _marked(app)
        assert _focus(app) == "body"
        await app.press(*["backspace"] * 11)
        await app.until(lambda: "To fix:" not in app.words)
        assert _marked(app) == []

    drive(filled, steps, size=WIDE)


def test_the_keys_lead_from_finding_to_finding_the_heaviest_first(proofread: Workspace, drive: Drive) -> None:
    """Into the subject too; what is about the whole text says so."""

    async def steps(app: Any) -> None:
        body = await _first_contact(app)
        subject = app.app.screen.query_one("#subject")
        await _write(app, "All is wrong.\n\nIt is teh end.\nNothing new")
        subject.value = "Teh ask, teh plan"
        await app.until(lambda: app.app.screen._words.fresh)
        await app.press("f6")
        assert (_focus(app), subject.selected_text) == ("subject", "teh")
        await app.press("f6")
        assert (_focus(app), body.selected_text, body.cursor_location) == ("body", "teh", (2, 9))
        await app.press("f6")
        assert body.selected_text == "wrong"
        await app.press("shift+f6")
        assert body.selected_text == "teh"
        await app.press("f6", "f6")
        await app.until_seen("This is about the text as a whole.")
        await app.press("f6")
        assert _focus(app) == "subject"
        await app.press("f18")
        assert app.app.screen._words._panel.at_hand.text.plain.startswith("Note: Nothing new.")

    drive(proofread, steps, size=WIDE)


def test_one_key_mends_and_one_takes_it_back(proofread: Workspace, drive: Drive) -> None:
    """What was typed before and after the mend stays as it is."""

    async def steps(app: Any) -> None:
        body = await _first_contact(app)
        await _write(app, "It is teh end of teh world.")
        await app.press("A", "f7")
        assert body.text == "AIt is the end of teh world."
        assert body.cursor_location == (0, 10)
        await app.press("ctrl+z")
        assert body.text == "AIt is teh end of teh world."
        await app.press("ctrl+y")
        await app.press("B")
        assert body.text == "AIt is theB end of teh world."
        await app.press("ctrl+z")
        assert body.text == "AIt is the end of teh world."
        await app.until(lambda: app.app.screen._words.fresh)
        await app.press("f7")
        assert body.text == "AIt is the end of the world."
        await app.until(lambda: app.app.screen._words.fresh)
        await app.press("f7")
        await app.until_seen("There is nothing that F7 could mend.")

    drive(proofread, steps, size=WIDE)


def test_the_subject_is_mended_and_that_is_taken_back(proofread: Workspace, drive: Drive) -> None:
    """Although a field of one line has no undo of its own."""

    async def steps(app: Any) -> None:
        await _first_contact(app)
        subject = app.app.screen.query_one("#subject")
        subject.value = "On teh ward"
        await app.until_seen("F7 mends it: “the”")
        assert "In the subject" in app.words
        await app.press("f7")
        assert (subject.value, _focus(app)) == ("On the ward", "subject")
        await app.press("ctrl+z")
        assert subject.value == "On teh ward"

    drive(proofread, steps, size=WIDE)


def test_the_list_is_walked_with_the_keyboard_alone(proofread: Workspace, drive: Drive) -> None:
    """Tab goes there, the arrows show the places, F7 mends from there, Enter goes to the text."""

    async def steps(app: Any) -> None:
        body = await _first_contact(app)
        await _write(app, "A teh here.\n\n" + "A quiet line.\n" * 40 + "What is wrong?")
        await app.press("tab")
        assert _focus(app) == "findings"
        await app.press("down")
        assert "What is wrong?" in app.seen
        assert _focus(app) == "findings"
        await app.press("f7")
        await app.until_seen("For this one the words must be yours.")
        await app.press("up", "f7")
        assert body.text.startswith("A the here.")
        assert _focus(app) == "findings"
        await app.press("ctrl+z")
        assert body.text.startswith("A teh here.")
        await app.until_seen("F7 mends it")
        await app.press("end", "home", "down", "enter")
        assert (_focus(app), body.selected_text) == ("body", "wrong")

    drive(proofread, steps, size=WIDE)


def test_a_click_on_a_finding_leads_to_its_place(proofread: Workspace, drive: Drive) -> None:
    """The mouse does what Enter does."""

    async def steps(app: Any) -> None:
        body = await _first_contact(app)
        await _write(app, "Is it wrong?")
        await app.pilot.click("#findings", offset=(6, 0))
        await app.pilot.pause()
        assert (_focus(app), body.selected_text) == ("body", "wrong")

    drive(proofread, steps, size=WIDE)


def test_marks_stay_with_their_words(proofread: Proofreader, drive: Drive) -> None:
    """Over wrapped lines and wide characters, while one types before them, and through an undo, before any review."""

    async def steps(app: Any) -> None:
        body = await _first_contact(app)
        await _write(app, "日本語のメール 🙂 " + "word " * 30 + "teh end, and\n\n日本 wrong here")
        assert _marked(app) == ["teh", "wrong"]
        proofread.seconds = 1.0
        await app.type("Well, 日本")
        assert _marked(app) == ["teh", "wrong"]
        await app.press("enter")
        assert _marked(app) == ["teh", "wrong"]
        body.undo()
        await app.pilot.pause()
        assert _marked(app) == ["teh", "wrong"]
        body.replace("", (0, 0), (1, 0))
        await app.pilot.pause()
        assert _marked(app) == ["wrong"]
        await app.pilot.resize_terminal(100, 30)
        await app.pilot.pause()
        assert _marked(app) == ["wrong"]

    drive(proofread, steps, size=WIDE)


def test_levels_are_told_apart_in_the_text_with_colour_and_without(proofread: Workspace, drive: Drive) -> None:
    """Also in the line with the cursor; in a light theme too."""

    async def steps(app: Any) -> None:
        body = await _first_contact(app)
        await _write(app, "It is teh end, and it is wrong.")
        for theme in ("outreach", "textual-light"):
            app.app.theme = theme
            await app.pilot.pause()
            styles = {part.text: part.style for part in body.render_line(0) if part.style is not None}
            assert styles["teh"].underline
            assert styles["wrong"].underline
            assert (styles["teh"].bold, styles["wrong"].bold) == (True, None)
            assert len({str(styles[words].color) for words in ("teh", "wrong", ". ")}) == 3

    drive(proofread, steps, size=WIDE)


def test_what_a_finding_quotes_is_shown_as_plain_text(proofread: Workspace, drive: Drive) -> None:
    """No mark-up, no control sequence, no mark that turns the direction round."""

    async def steps(app: Any) -> None:
        await _first_contact(app)
        await _write(app, "[red]\x1b[31m teh [/docs] \u202e wrong [@click=app.bell]x[/]")
        await app.press("f6", "f6", "f12", "escape", "tab", "down")
        assert "\x1b" not in app.seen
        assert "\u202e" not in app.seen
        assert "[@click=app.bell]x[/]" in app.words

    drive(proofread, steps, size=WIDE)


def test_a_fast_typist_loses_nothing_while_a_slow_review_runs(proofread: Proofreader, drive: Drive) -> None:
    """In a text of 3,000 words; one review at a time, and what is shown in the end is about the text in the end."""
    typed = "the quick brown fox finds teh dog and then some more of it all " * 2

    async def steps(app: Any) -> None:
        body = await _first_contact(app)
        await _write(app, "Quiet words go here. " * 750)
        proofread.seconds = 0.3
        for letter in typed:
            app.app.post_message(Key("space" if letter == " " else letter, letter))
            await asyncio.sleep(0.02)
        await app.pilot.pause()
        assert body.text.startswith(typed)
        await app.until(lambda: app.words.count("“teh” is no word.") == 2)
        await app.until(lambda: not app.app.screen._words.busy)
        assert proofread.most_at_work == 1
        await app.press("f6")
        assert body.selected_text == "teh"
        await app.until(lambda: _saved(proofread).body == body.text)

    drive(proofread, steps, size=WIDE)


def test_words_do_not_wait_long_for_a_slow_review_to_be_saved(proofread: Proofreader, drive: Drive) -> None:
    """First the words alone, then what was found in them; still one revision."""

    async def steps(app: Any) -> None:
        await _first_contact(app)
        proofread.seconds = 5.0
        await app.type("teh ")
        await app.until(lambda: _saved(proofread).body.startswith("teh "))
        assert _saved(proofread).ready
        proofread.seconds = 0.0
        await app.until(lambda: not _saved(proofread).ready)

    drive(proofread, steps, size=WIDE)
    (draft,) = proofread.drafts(proofread.mentorships()[0].id)
    assert len(draft.revisions) == 2


def test_a_small_screen_shows_one_pane_at_a_time(proofread: Workspace, drive: Drive) -> None:
    """First the text, with room for it; F3 turns them over, a click on their names too, and F6 brings the text back."""

    async def steps(app: Any) -> None:
        body = await _first_contact(app)
        await _write(app, "Dear Dr Zieliński,\n\nIt is teh end, and it is wrong.")
        for words in ("Not ready: 1 thing to fix", "Text Findings 2", "Subject", "It is teh end"):
            assert words in app.words
        assert "To fix" not in app.words
        assert body.size.height >= 15
        foot = re.sub(" +", " ", app.seen.splitlines()[-1])
        for key in ("Esc Back", "F3 Panes", "F4 Copy", "F6 Next", "F7 Mend", "F8 Rewrite", "F10 Sent", "F1 Help"):
            assert key in foot
        await app.pilot.resize_terminal(60, 20)
        await app.until(lambda: "F8 Rewrite F10 Sent F1 Help" in app.words and "F6 Next" not in app.words)
        await app.pilot.resize_terminal(80, 24)
        await app.until(lambda: "F6 Next" in app.words)
        await app.press("f3")
        for words in ("Score 97: a calm voice −3", "To fix: “teh” is no word. F7 mends it: “the”"):
            assert words in app.words
        assert "It is teh end" not in app.words
        await app.press("f6")
        await app.until_seen("It is teh end")
        assert (_focus(app), body.selected_text) == ("body", "wrong")
        await app.press("shift+f6")
        assert (_focus(app), body.selected_text) == ("body", "teh")
        # What is at hand stands below the text.
        await app.until_seen("To fix: “teh” is no word. F7 mends it: “the”")
        assert body.size.height >= 15
        await app.pilot.click("#tab-findings")
        await app.until_seen("Score 97")
        await app.press("enter")
        await app.until_seen("It is teh end")

    drive(proofread, steps, size=(80, 24))


def test_from_a_hundred_columns_on_the_findings_stand_beside_the_text(proofread: Workspace, drive: Drive) -> None:
    """Below that the pane with the cursor is in front, also after the terminal was made smaller."""

    async def steps(app: Any) -> None:
        await _first_contact(app)
        await _write(app, "It is teh end.")
        assert "It is teh end" in app.words
        assert "Score" in app.words
        await app.pilot.resize_terminal(99, 30)
        await app.pilot.pause()
        assert "It is teh end" in app.words
        assert "Score" not in app.words
        await app.pilot.resize_terminal(100, 30)
        await app.press("f3")
        assert _focus(app) == "findings"
        await app.pilot.resize_terminal(80, 24)
        await app.until(lambda: "It is teh end" not in app.words)
        assert "“teh” is no word. F7 mends it" in app.words

    drive(proofread, steps, size=(100, 30))


def test_a_rule_is_explained_and_switched_off_and_on_again(
    filled: Workspace, drive: Drive, open_workspace: Open
) -> None:
    """It is kept in the settings, and the saved draft goes by it."""

    async def off(app: Any) -> None:
        await _first_contact(app)
        await app.paste("[Your Name] ")
        await app.until_seen("To fix:")
        await app.press("f12")
        await app.until(lambda: isinstance(app.app.screen, RuleScreen))
        assert "Nothing left to fill in" in app.words
        assert "Why" in app.words
        await app.press("o")
        await app.until(lambda: "Switched off: Nothing left to fill in" in _beside(app))
        await app.until(lambda: "To fix:" not in app.words)
        await app.until(lambda: all(finding.rule != "R17" for finding in _saved(filled).findings))

    drive(filled, off, size=(120, 50))
    again = open_workspace()
    assert again.chosen_rules() == {"R17": "off"}

    async def on(app: Any) -> None:
        await app.press("4", "enter")
        await app.until_drafted()
        await app.press("tab", "end")
        await app.until(lambda: "Switched off: Nothing left to fill in" in _beside(app))
        await app.press("ctrl+r")
        await app.until_seen("switched off by you")
        await app.press("b")
        await app.until_seen("To fix:")

    drive(again, on, size=(120, 50))
    assert again.chosen_rules() == {}


def test_a_rule_can_be_a_note_only(filled: Workspace, drive: Drive) -> None:
    """Then it keeps no draft from being ready."""

    async def steps(app: Any) -> None:
        await _first_contact(app)
        await app.paste("[Your Name]")
        await app.until_seen("To fix:")
        await app.press("f6", "f12", "n")
        await app.until_seen("Note:")

    drive(filled, steps, size=WIDE)
    assert filled.chosen_rules() == {"R17": "info"}


class Unreviewed(Workspace):
    """Cannot review, as when the meeting of a draft is gone."""

    def reviewer(
        self,
        case: Case,
        kind: Kind,
        channel: Channel = Channel.EMAIL,
        *,
        premium: bool = False,
        brief: Brief | None = None,
    ) -> Reviewer:
        raise BadInput("the meeting is gone.")


def test_a_draft_that_cannot_be_reviewed_shows_what_was_found_before(
    filled: Workspace, drive: Drive, open_workspace: Open
) -> None:
    """And no score, since no one knows its reasons; edits are saved all the same."""

    async def write(app: Any) -> None:
        await _first_contact(app)
        await app.paste("[Your Name] ")
        await app.until_seen("To fix:")
        await app.press("escape")
        await app.until_seen("Mentors")

    drive(filled, write, size=WIDE)
    again = open_workspace(cls=Unreviewed)

    async def look(app: Any) -> None:
        await app.press("4", "enter")
        await app.until_seen("Not reviewed: the meeting is gone.")
        await app.until_seen("To fix:")
        assert "Score" not in app.words
        await app.press("Z", "escape")
        await app.until_seen("Mentors")

    drive(again, look, size=WIDE)
    assert _saved(again).body.startswith("Z")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("a teh b", "aa teh b", "teh"),
        ("a teh b", "a teh bb", "teh"),
        ("a teh b", "a tweh b", "tweh"),
        ("a teh b", "a eh b", "eh"),
        ("a teh b", " b", ""),
        ("a teh b", "", ""),
        ("a teh b", "x a teh b", "teh"),
        ("teh", "teh teh", "teh"),
        ("a teh b", "a te", "te"),
    ],
)
def test_a_place_moves_with_its_words(old: str, new: str, words: str) -> None:
    """Whatever is typed, pasted or deleted around it."""
    start = old.index("teh")
    place = Change.between(old, new).moved((start, start + 3))
    assert (new[slice(*place)] if place else "") == words


def test_the_score_never_stands_alone() -> None:
    """What does not fit is counted and summed."""
    deductions = (Deduction("R18", 30), Deduction("R17", 15), Deduction("R21", 3))
    assert score_line(Review((), deductions), 200).plain == (
        "Score 52: nothing invented −30 · nothing left to fill in −15 · thanks at the end −3"
    )
    assert score_line(Review((), deductions), 10).plain == "Score 52: nothing invented −30 · 2 more −18"
    assert score_line(Review((), ()), 200).plain == "Score 100: nothing taken off"
