"""What people paste is shown as text and does nothing: in every field, on every screen, in every list and notice."""

from __future__ import annotations

import dataclasses
import datetime as dt
import importlib
import inspect
import json
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from textual.screen import Screen
from textual.widgets import Input, OptionList, TextArea

import outreach.tui
from outreach.domain.case import Ask
from outreach.domain.contact import Purpose
from outreach.domain.draft import Draft, Finding, Kind, Level, Origin, Revision, Section
from outreach.domain.events import Event, What
from outreach.domain.facts import Fact
from outreach.domain.goals import Assessment, GoalPlan
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.review.rule import rules
from outreach.settings import Paths
from outreach.tui.around.choosing import ColourScreen, KeyScreen
from outreach.tui.around.help_screen import HelpScreen
from outreach.tui.around.models_screen import ModelsScreen
from outreach.tui.around.settings_screen import SettingsScreen
from outreach.tui.commands import MAIN
from outreach.tui.compose.compare_screen import CompareScreen
from outreach.tui.compose.draft_screen import DraftScreen
from outreach.tui.compose.rule_screen import RuleScreen
from outreach.tui.compose.section_menu import Grounds, SectionMenu
from outreach.tui.forms.event_form import ActionForm, EventForm, Start
from outreach.tui.forms.form import FormScreen
from outreach.tui.forms.meeting_form import MeetingForm
from outreach.tui.forms.mentee_form import MenteeForm
from outreach.tui.forms.mentor_form import MentorForm
from outreach.tui.forms.start_form import StartForm
from outreach.tui.goals.assessment_screen import AssessmentScreen
from outreach.tui.goals.goal_form import GoalEdit, GoalForm
from outreach.tui.goals.goals_screen import GoalsScreen
from outreach.tui.goals.proposed_screen import ProposedScreen
from outreach.tui.home.entering import Entering
from outreach.tui.home.letter_menu import LetterMenu, ReplyQuestion
from outreach.tui.home.log_menu import LogMenu
from outreach.tui.home.main_screen import MainScreen
from outreach.tui.home.putting_off import DueQuestion
from outreach.tui.home.ways import EMAIL, WayQuestion
from outreach.tui.questions import FileName, Question, Words
from outreach.tui.reader import Reader
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]

TODAY = dt.date(2026, 11, 22)
MARKUP = "[/docs] [@click=app.quit]x[/] [Sales] <b>bold</b>"
CONTROL = (
    "\x1b[31mred\x1b]0;title\x07\x1b]52;c;ZXZpbA==\x07\x1b]8;;http://evil.example\x07link\x1b]8;;\x07"
    " \u202eabc\u202c \u200f \u2067x\u2069 \x9b2J \x00 \x7f end"
)
WIDE = "👩‍👩‍👧‍👦 ❤️ 🏳️‍🌈 漢字かな " + "Z" + "\u0335\u0321\u0349" * 20 + " עברית"
HALF = "\ud83d"
HOSTILE = f"{MARKUP} {CONTROL} {WIDE}"
TYPED = f"{HOSTILE} {HALF} [/docs]"
"""Ends with what must be in sight once it is pasted: the cursor stands behind it."""
SAFE = {"[/docs]", "[@click=app.quit]x[/]"}
UNSAFE = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))}
MANY_LINES = "\n".join(f"He led team {number} [/docs]" for number in range(10_000))
LONG_LINE = "word [/docs] " * 8_000


@dataclasses.dataclass(frozen=True, slots=True)
class World:
    """Where a screen is opened."""

    workspace: Workspace
    mentee: Mentee
    mentorship: Mentorship
    draft: Draft
    app: Any
    home: MainScreen

    @property
    def entering(self) -> Entering:
        """What logs."""
        return Entering(self.home, self.workspace, self.home.reload)


def _event_form(what: What) -> Callable[[World], Screen[Any]]:
    return lambda w: EventForm(w.workspace, w.mentorship, what, w.workspace.today, Start(HOSTILE), lambda events: None)


PLAN = GoalPlan(HOSTILE, why=HOSTILE, when=HOSTILE, measure=HOSTILE)
ASSESSMENT = Assessment(TODAY, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
FACT = Fact("f1", HOSTILE, 0, 10)
SECTION = Section("opening", HOSTILE, Origin.MODEL, 0, 10, ("f1",))
ATTACKS: Mapping[type[Screen[Any]], tuple[Callable[[World], Screen[Any]], ...]] = {
    MainScreen: (),
    MenteeForm: (lambda w: MenteeForm(w.workspace),),
    StartForm: (lambda w: StartForm(w.workspace, lambda: None),),
    MentorForm: (lambda w: MentorForm(w.workspace, w.mentorship),),
    MeetingForm: (lambda w: MeetingForm(w.workspace, w.mentorship, w.mentorship.meetings[0]),),
    EventForm: tuple(_event_form(what) for what in (What.PROMISED, What.DONE)),
    ActionForm: (lambda w: ActionForm(w.workspace, w.mentorship, w.workspace.diary.advice(w.mentorship.id)[0]),),
    DraftScreen: (
        lambda w: DraftScreen(w.workspace, w.draft, w.mentorship.case(w.mentee, w.mentorship.meetings[0]), w.entering),
    ),
    GoalsScreen: (lambda w: GoalsScreen(w.workspace),),
    GoalForm: (lambda w: GoalForm(GoalEdit(PLAN), w.workspace.today, (), lambda edit: None),),
    AssessmentScreen: (lambda w: AssessmentScreen(w.workspace),),
    ProposedScreen: (lambda w: ProposedScreen(w.workspace, ASSESSMENT),),
    CompareScreen: (lambda w: CompareScreen(w.draft.revisions, 0),),
    SectionMenu: (lambda w: SectionMenu((SECTION,), 0, Grounds({"f1": FACT}, {"f1": HOSTILE}), lambda section: None),),
    RuleScreen: (lambda w: RuleScreen(next(iter(rules().values())), "", HOSTILE),),
    Reader: (lambda w: Reader(HOSTILE, HOSTILE),),
    Question: (lambda w: Question(HOSTILE, (("a", "a", HOSTILE), ("b", "escape", HOSTILE))),),
    LogMenu: (lambda w: LogMenu(HOSTILE, w.workspace.today),),
    LetterMenu: (lambda w: LetterMenu(HOSTILE, None),),
    ReplyQuestion: (lambda w: ReplyQuestion(HOSTILE, Purpose.TAKE),),
    WayQuestion: (lambda w: WayQuestion(HOSTILE, EMAIL),),
    DueQuestion: (lambda w: DueQuestion(w.workspace.diary.due(ahead=None)[0]),),
    Words: (lambda w: Words(HOSTILE, HOSTILE, HOSTILE),),
    FileName: (lambda w: FileName(Path("/nowhere") / HOSTILE.replace("\x00", ""), _write),),
    HelpScreen: (lambda w: HelpScreen(w.app.screen),),
    ModelsScreen: (lambda w: ModelsScreen(w.workspace.models, w.app.puller),),
    SettingsScreen: (lambda w: SettingsScreen(w.workspace),),
    ColourScreen: (lambda w: ColourScreen(),),
    KeyScreen: (lambda w: KeyScreen(MAIN[0], HOSTILE),),
}
"""How each screen is opened with hostile text in all that it shows."""
WITHOUT_USER_TEXT = (HelpScreen, ColourScreen, AssessmentScreen, StartForm, SettingsScreen)


def _write(file: Path, again: bool) -> None:
    with file.open("x", encoding="utf-8"):
        pass


def _screens() -> set[type[Screen[Any]]]:
    """All screens of the app, without those that others are only made of."""
    names = [module.name for module in pkgutil.walk_packages(outreach.tui.__path__, "outreach.tui.")]
    modules = [importlib.import_module(name) for name in names]
    classes = {
        each
        for module in modules
        for _, each in inspect.getmembers(module, inspect.isclass)
        if issubclass(each, Screen) and each.__module__ == module.__name__
    }
    bases = {each for each in classes if any(issubclass(other, each) for other in classes - {each})}
    return classes - (bases - set(ATTACKS))


def test_every_screen_is_attacked() -> None:
    """A new screen needs an entry in ``ATTACKS``; one that is gone has none."""
    assert {each.__name__ for each in _screens()} == {each.__name__ for each in ATTACKS}


def _harmless(app: Any, *wanted: str) -> bool:
    """Whether ``wanted`` is in sight; nothing unsafe must be, in any case."""
    for strip in app.app.screen._compositor.render_strips():
        for segment in strip:
            assert not UNSAFE & set(segment.text), segment
            segment.text.encode("utf-8")
            assert segment.style is None or not segment.style.link
            assert segment.style is None or "@click" not in segment.style.meta
    return all(word in app.words for word in wanted)


def _fill(workspace: Workspace, mentee: Mentee, mentorship: Mentorship) -> tuple[Mentee, Mentorship, Draft]:
    """Hostile text in every field that is shown."""
    mentee = dataclasses.replace(mentee, goals=(HOSTILE, "Another [goal]"), voice=HOSTILE, role=HOSTILE)
    workspace.save_mentee(mentee)
    background = f"He led the team behind triage. {MARKUP}\n{CONTROL}\n{WIDE}\nHe may teach?? {MARKUP}"
    mentor = dataclasses.replace(
        mentorship.mentor, name=HOSTILE, role=HOSTILE, organisation=HOSTILE, background=background
    )
    notes = f"He advised: read {MARKUP}\nRead {HOSTILE}\n! {HOSTILE}"
    old = mentorship.meetings[0]
    action = dataclasses.replace(old.next_actions[0], what=HOSTILE)
    meeting = dataclasses.replace(
        old, date=workspace.today, mode=HOSTILE, notes=notes, next_actions=(action,), questions=(HOSTILE,)
    )
    events = (
        Event(What.SENT, workspace.today, text=HOSTILE),
        Event(What.PROMISED, workspace.today, text=HOSTILE, by=workspace.today),
        Event(What.ANSWERED, workspace.today, text=HOSTILE),
    )
    filled = dataclasses.replace(
        mentorship, mentor=mentor, meetings=(meeting,), ask=Ask(about=HOSTILE, goal=2), events=events
    )
    stored = workspace.save_mentorship(filled)
    finding = Finding("R00", Level.FAIL, HOSTILE)
    first = Revision(HOSTILE, f"Dear Tomasz,\n\n{HOSTILE}\n", findings=(finding,))
    second = Revision(HOSTILE, f"Dear [Tomasz],\n\n{HOSTILE}\n{MARKUP}\n", (SECTION,), (FACT,), findings=(finding,))
    draft = Draft("", stored.id, Kind.THANK_YOU, meeting_id=stored.meetings[0].id, revisions=(first, second))
    return mentee, stored, workspace.save_draft(draft)


def _own_model(paths: Paths) -> None:
    """A model of the user's own whose file has a hostile name."""
    paths.models.mkdir(parents=True, exist_ok=True)
    row = {"id": "[/docs]", "path": f"/nowhere/{HOSTILE}.gguf", "sha256": "0" * 64, "bytes": 5_000_000}
    (paths.models / "own.json").write_text(json.dumps([row]), encoding="utf-8")


def test_hostile_text_is_harmless_on_every_screen_and_in_every_field(
    open_workspace: Open, drive: Drive, mentee: Mentee, mentorship: Mentorship, paths: Paths
) -> None:
    """Shown, then pasted into each field that the screen has, then saved where it can be."""
    _own_model(paths)
    workspace = open_workspace()
    filled = _fill(workspace, mentee, mentorship)

    async def steps(app: Any) -> None:
        home = app.app.screen
        world = World(workspace, *filled, app.app, home)
        for cls, makers in ATTACKS.items():
            for make in makers:
                screen = make(world)
                app.app.push_screen(screen)
                await app.until(lambda screen=screen: screen.is_mounted and _harmless(app))
                if cls not in WITHOUT_USER_TEXT and make is makers[0]:
                    await app.until(lambda: _harmless(app, "[/docs]"))
                for field in _fields(screen):
                    await _attack(app, field, TYPED)
                if isinstance(screen, FormScreen):
                    screen.save()
                    await app.pilot.pause()
                    _harmless(app)
                elif isinstance(screen, FileName):
                    await app.press("enter")
                    await app.until(lambda: _harmless(app, "No file can have that name."))
                while app.app.screen is not home:
                    app.app.pop_screen()
                    await app.pilot.pause()

    drive(workspace, steps)


def _fields(screen: Screen[Any]) -> Iterator[Input | TextArea]:
    for field in screen.query("Input, TextArea"):
        if isinstance(field, Input) or (isinstance(field, TextArea) and not field.read_only):
            yield field


async def _attack(app: Any, field: Input | TextArea, text: str, seen: str = "[/docs]") -> None:
    """Put ``text`` into ``field`` as a paste does, in the place of what is there."""
    screen = app.app.screen
    if isinstance(screen, FormScreen):
        screen.go_to(str(field.id))
    else:
        field.focus()
    await app.pilot.pause()
    before = field.value if isinstance(field, Input) else field.text
    field.select_all()
    await app.paste(text)
    await app.until(lambda: (field.value if isinstance(field, Input) else field.text) != before)
    held = field.value if isinstance(field, Input) else field.text
    assert held == text if isinstance(field, TextArea) else held.split() == text.split(), field.id
    await app.until(lambda: _harmless(app, seen))


def test_hostile_text_is_harmless_on_the_main_screen(
    open_workspace: Open, drive: Drive, mentee: Mentee, mentorship: Mentorship, paths: Paths
) -> None:
    """In its lists and tabs, in notices, in the palette, and in what is wrong with the settings."""
    paths.config.mkdir(parents=True, exist_ok=True)
    settings = f'theme = "[/docs]"\n[keys]\n{json.dumps(MARKUP)} = "x"\n"home.log" = {json.dumps(MARKUP)}\n'
    paths.settings_file.write_text(settings, encoding="utf-8")
    workspace = open_workspace()
    _fill(workspace, mentee, mentorship)

    async def steps(app: Any) -> None:
        await app.until(lambda: _harmless(app, "“[/docs]”", *SAFE))
        app.app.clear_notifications()
        for tab in "123456":
            await app.press(tab)
            await app.until(lambda: _harmless(app, "[/docs]"))
            for listing in app.app.screen.query(OptionList):
                if listing.option_count and listing.display and listing.region:
                    listing.focus()
                    listing.highlighted = 0
                    await app.pilot.pause()
                    _harmless(app)
        app.app.notify(HOSTILE, title=HOSTILE)
        await app.until(lambda: _harmless(app, *SAFE))
        app.app.clear_notifications()
        app.app.action_command_palette()
        await app.pilot.pause()
        for letter in "docs[":
            await app.press(letter)
        await app.until(lambda: _harmless(app, "[/docs]"))
        await app.press("escape")

    drive(workspace, steps, size=(120, 40), notifications=True)


def test_settings_with_an_unknown_hostile_key_are_told_as_they_are(
    open_workspace: Open, drive: Drive, paths: Paths, mentee: Mentee
) -> None:
    """The name of the key is quoted, not obeyed."""
    paths.config.mkdir(parents=True, exist_ok=True)
    paths.settings_file.write_text(f"{json.dumps(MARKUP)} = 1\n", encoding="utf-8")

    async def steps(app: Any) -> None:
        await app.until(lambda: _harmless(app, "[/docs]"))

    workspace = open_workspace()
    workspace.save_mentee(mentee)
    drive(workspace, steps, size=(120, 40), notifications=True)


def test_a_paste_of_ten_thousand_lines_and_a_line_without_an_end_are_taken(
    open_workspace: Open, drive: Drive, mentee: Mentee, mentorship: Mentorship
) -> None:
    """Into a line, an area, the notes with their preview, a question, and a draft under review."""
    workspace = open_workspace()
    filled = _fill(workspace, mentee, mentorship)
    places: tuple[tuple[type[Screen[Any]], str, str], ...] = (
        (MentorForm, "name", LONG_LINE),
        (MentorForm, "background", MANY_LINES),
        (MeetingForm, "notes", MANY_LINES),
        (Words, "words", MANY_LINES),
        (DraftScreen, "body", MANY_LINES),
    )

    async def steps(app: Any) -> None:
        home = app.app.screen
        world = World(workspace, *filled, app.app, home)
        for cls, name, text in places:
            app.app.push_screen(ATTACKS[cls][0](world))
            await app.pilot.pause()
            await _attack(app, app.app.screen.query_one(f"#{name}"), text, text[-7:].strip())
            app.app.pop_screen()
            await app.until(lambda: app.app.screen is home)

    drive(workspace, steps)


def test_text_that_was_not_touched_is_kept_as_typed(open_workspace: Open, drive: Drive, mentee: Mentee) -> None:
    """Control characters that are not shown are not lost either, until the field is edited."""
    workspace = open_workspace()
    workspace.save_mentee(dataclasses.replace(mentee, voice=f"{HOSTILE}\x0b next\r\nline"))

    async def steps(app: Any) -> None:
        app.app.push_screen(MenteeForm(workspace))
        await app.pilot.pause()
        await app.fill("email", "priya@example.org")
        await app.press("ctrl+s")
        await app.until(lambda: not isinstance(app.app.screen, MenteeForm))

    drive(workspace, steps)
    stored = workspace.mentee()
    assert stored is not None
    assert stored.email == "priya@example.org"
    assert stored.voice == f"{HOSTILE}\x0b next\r\nline"
