"""Commands: a key, a label and a sentence of help in one place; footer, help page and palette all read them here."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding


def command(
    key: str, action: str, label: str, help: str, *, footer: bool = True, show_as: str = "", first: bool = False
) -> Binding:
    """One command.

    Args:
        key: one, or several parted by commas.
        action: what it does.
        label: its name at the foot.
        help: what it does, in a sentence.
        footer: whether it stands at the foot.
        show_as: the key as it stands at the foot.
        first: whether it is done before what is typed on right behind it.
    """
    return Binding(key, action, label, tooltip=help, show=footer, key_display=show_as or None, priority=first)


def answers(commands: Iterable[Binding]) -> tuple[tuple[str, str, str], ...]:
    """The commands of a menu that give an answer: what is given back, its key, its label."""
    found = ((each, each.action.partition("'")) for each in commands if each.action.startswith("answer("))
    return tuple((rest.rstrip("')"), each.key, each.description) for each, (_, _, rest) in found)


ANYWHERE = (
    command("f1", "help", "Help", "Show all keys.", show_as="F1"),
    command(
        "ctrl+g",
        "get_model",
        "Get the model",
        "Get the recommended model, or try again.",
        footer=False,
        show_as="Ctrl+G",
    ),
    command("ctrl+q", "quit", "Quit", "Leave Outreach; all is saved.", footer=False, show_as="Ctrl+Q"),
)

MAIN = (
    command("l", "log", "Log", "Log what happened: sent, answered, declined, met, promised, done, ended."),
    command("d", "choose_draft", "Draft", "Draft a follow-up, a reply, a report, a check-in, or any other message."),
    command("f", "draft('first-contact')", "First contact", "Draft the first message to the chosen mentor."),
    command("a", "draft('agenda')", "Agenda", "Draft the agenda of a meeting.", footer=False),
    command("t", "draft('thank-you')", "Thank-you", "Draft the thank-you note after a meeting.", footer=False),
    command("w,0", "due", "Due", "Go to what is due now, with everyone.", show_as="w"),
    command("b", "call_sheet", "Brief", "Read in a minute what counts before the next meeting.", footer=False),
    command("n,plus", "new_mentor", "Mentor", "Add a mentor.", show_as="n"),
    command("m", "new_meeting", "Meeting", "Add a meeting with the chosen mentor.", show_as="m"),
    command("e", "edit_mentor", "Edit mentor", "Change the chosen mentor, or what you ask.", footer=False),
    command("g", "edit_mentee", "Me", "Change your goals and what you say about yourself.", show_as="g"),
    command("o", "notes", "Notes", "Write the notes of the chosen meeting.", footer=False),
    command("1", "tab('background')", "Background", "Show the mentor's background.", footer=False),
    command("2", "tab('facts')", "Facts", "Show what a draft may use.", footer=False),
    command("3", "tab('meetings')", "Meetings", "Show the meetings.", footer=False),
    command("4", "tab('drafts')", "Drafts", "Show the drafts.", footer=False),
    command("5", "tab('timeline')", "Timeline", "Show all that happened, with the texts.", footer=False),
    command("6", "tab('todo')", "To do", "Show what you two promised, and what they advised.", footer=False),
    command("ctrl+z", "undo", "Undo", "Take back what was logged last.", footer=False, show_as="Ctrl+Z"),
    command("delete", "remove", "Remove", "Remove the chosen meeting or mentor, after asking.", footer=False),
    command("q", "app.quit", "Quit", "Leave Outreach; all is saved.", footer=False),
)

FACTS = (
    command("e,r", "reword", "Other words", "Put the chosen fact into other words.", show_as="e"),
    command("d,delete", "drop", "Drop", "Use the chosen fact no more.", show_as="d"),
    command("u", "take_back", "Take back", "Take a drop or other words back; else the last drop."),
    command("y", "confirm", "Confirm", "Let drafts use what is held back, or take that back."),
    command("plus", "add", "Add", "Add a fact of your own, about them or about yourself.", show_as="+"),
)

LOG = (
    command("s", "answer('sent')", "I sent a message", "Log that a message went out."),
    command("a", "answer('answered')", "They answered", "Log an answer, and paste it."),
    command("d", "answer('declined')", "They said no", "Log a no, and paste it."),
    command("m", "answer('met')", "We met", "Log that you met, or talked."),
    command("p", "answer('promised')", "Something was promised", "Log a promise of yours or theirs."),
    command("x", "answer('done')", "Something is done", "Log that a promise is kept, or what else you did."),
    command("e", "answer('ended')", "It has ended", "Log that the contact has ended."),
    command("left", "day(-1)", "A day earlier", "Log it for the day before."),
    command("right", "day(1)", "A day later", "Log it for the day after."),
    command("o", "other_day", "Another day", "Log it for a day that you type."),
)

LETTERS = (
    command("f", "answer('first-contact')", "First contact", "Draft the first message."),
    command("o", "answer('follow-up')", "Follow-up", "Ask once more after silence, with something new."),
    command("r", "answer('reply')", "Reply", "Take a time, decline, move, confirm, or thank for a no."),
    command("a", "answer('agenda')", "Agenda", "Draft the agenda of a meeting."),
    command("t", "answer('thank-you')", "Thank-you", "Draft the thank-you note after a meeting."),
    command("p", "answer('report')", "Report", "Tell them what came of their advice."),
    command("c", "answer('check-in')", "Check-in", "Give a sign of life after a long silence."),
)

DUE = (
    command(
        "enter",
        "start",
        "Do it",
        "Draft what is due, mark what was promised as done, or look at the goal.",
        show_as="Enter",
    ),
    command("z", "snooze", "Snooze", "Put it off: a day, three days, a week, or to a day that you type."),
    command("escape", "leave", "Back", "Go back to the mentors.", show_as="Esc"),
)

DRAFT_LIST = (command("s", "sent", "Sent", "Log that the chosen draft was sent today."),)

TIMELINE = (
    command("enter", "open", "Open", "Open the draft or the meeting, or read the whole text.", show_as="Enter"),
    command("u,delete", "take_back", "Take back", "Take the chosen entry back, as if it had never been made."),
)

TODO = (
    command("x", "done", "Done", "It is done: say what it led to."),
    command("greater_than_sign", "act", "Make it an action", "Make the chosen advice an action of yours."),
    command("minus", "aside", "Put aside", "Put the chosen advice aside, with the reason.", show_as="-"),
    command("k", "keep", "Keep", "Keep advice that was put aside."),
)

# Before anything else: what is typed on at once behind Tab belongs to the next field already.
FIELDS = (
    Binding("tab", "app.focus_next", "Next field", show=False, priority=True),
    Binding("shift+tab", "app.focus_previous", "Field before", show=False, priority=True),
)

FORM = (
    *FIELDS,
    command("ctrl+s,f2", "save", "Save", "Save the form and close it.", show_as="Ctrl+S"),
    command("escape", "leave", "Back", "Close the form; asks first if something is not saved.", show_as="Esc"),
)

PAGES = (command("f4", "turn_page", "Other page", "Turn to the other page of the form.", show_as="F4"),)

DRAFTING = (command("escape", "stop", "Stop", "Stop drafting and keep what was kept so far.", show_as="Esc"),)

EDITOR = (
    *FIELDS,
    command("escape", "leave", "Back", "Save and close the draft.", show_as="Esc"),
    command("ctrl+s,f2", "save", "Save", "Save now; the draft also saves itself.", footer=False, show_as="Ctrl+S"),
    command("f3", "copy('subject')", "Copy subject", "Copy the subject.", footer=False, show_as="F3"),
    command("f4", "copy('body')", "Copy", "Copy the body.", show_as="F4"),
    command("f5", "write_file", "File", "Write the draft to a file.", show_as="F5"),
    command("f6", "step(1)", "Next", "Go to the next finding of the review.", show_as="F6", first=True),
    command(
        "shift+f6,f18", "step(-1)", "Before", "Go to the finding before.", footer=False, show_as="Shift+F6", first=True
    ),
    command("f7", "mend", "Mend", "Mend the finding at hand, where a mend is offered.", show_as="F7", first=True),
    command("ctrl+z", "undo", "Undo", "Take the last change back, a mend too.", footer=False, show_as="Ctrl+Z"),
    command("f12,ctrl+r", "explain", "Why", "Explain the finding at hand, or weigh its rule anew.", show_as="F12"),
    # A function key: Alt+letter reaches many a terminal as Esc and a letter, and Esc closes the draft.
    command("f8", "rewrite", "Rewrite", "Make the section at the cursor anew, as you choose.", show_as="F8"),
    # Ctrl+T beside it: some terminals keep F10 for their own menu.
    command("f10,ctrl+t", "sent", "Sent", "Log that this draft was sent today.", footer=False, show_as="F10"),
    command("f9", "again", "Again", "Make another draft; this one stays.", footer=False, show_as="F9"),
)

SECTION = (
    command("a,enter", "wish('again')", "Again", "Say the section in other words.", show_as="a"),
    command("s", "wish('shorter')", "Shorter", "Say it in fewer words."),
    command("w", "wish('warmer')", "Warmer", "Say it more warmly."),
    command("p", "wish('plainer')", "Plainer", "Say it more plainly."),
    command("f", "wish('another-fact')", "Other fact", "Build it on another fact."),
    command("d,f9", "draft", "New draft", "Make another draft of it all; this one stays.", show_as="d"),
    command("down,tab", "step(1)", "Next section", "Go on to the next section.", footer=False),
    command("up,shift+tab", "step(-1)", "Section before", "Go to the section before.", footer=False),
    command("escape,f8", "close", "Back", "Close the menu; all stays as it is.", show_as="Esc"),
)

RULE = (
    command("escape", "dismiss", "Back", "Close the explanation.", show_as="Esc"),
    command("o", "weigh('off')", "Switch this rule off", "Never hear of this rule again.", show_as="o"),
    command("n", "weigh('info')", "Only a note", "Have this rule as a note that keeps no draft from being ready."),
    command("b", "weigh('')", "As it was", "Give this rule its own weight back.", show_as="b"),
)

CHAPTERS: tuple[tuple[str, tuple[Binding, ...]], ...] = (
    ("With your mentors", MAIN),
    ("In the menu of l, what happened", LOG),
    ("In the menu of d, what to draft", LETTERS),
    ("In what is due", DUE),
    ("In the list of facts", FACTS),
    ("In the list of drafts", DRAFT_LIST),
    ("In the timeline", TIMELINE),
    ("In the list of things to do", TODO),
    ("In a form", (*FORM, *PAGES)),
    ("While drafting", DRAFTING),
    ("In a draft", EDITOR),
    ("In the menu of F8, for one section", SECTION),
    ("In the explanation of a finding", RULE),
    ("Anywhere", ANYWHERE),
)


_SAME_KEY = frozenset({"f18"})
"""What terminals send for a key that is named already: Shift+F6."""


_WORDS = {
    "plus": "+",
    "delete": "Delete",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "left": "←",
    "right": "→",
    "greater_than_sign": ">",
    "minus": "-",
    "up": "↑",
    "down": "↓",
}


def key_name(binding: Binding) -> str:
    """The key or keys as people call them."""
    return " or ".join(key_word(key) for key in binding.key.split(",") if key not in _SAME_KEY)


def key_word(key: str) -> str:
    """One key as people call it."""
    if key.startswith("shift+"):
        return "Shift+" + key_word(key.removeprefix("shift+"))
    if key.startswith("ctrl+"):
        return "Ctrl+" + key.removeprefix("ctrl+").upper()
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return _WORDS.get(key, key)
