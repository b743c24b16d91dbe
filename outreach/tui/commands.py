"""Commands: a key, a label and a sentence of help in one place; footer, help page and palette all read them here."""

from __future__ import annotations

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
    command("f", "draft('first-contact')", "First contact", "Draft the first message to the chosen mentor."),
    command("a", "draft('agenda')", "Agenda", "Draft the agenda of a meeting."),
    command("t", "draft('thank-you')", "Thank-you", "Draft the thank-you note after a meeting."),
    command("n,plus", "new_mentor", "Mentor", "Add a mentor.", show_as="n"),
    command("m", "new_meeting", "Meeting", "Add a meeting with the chosen mentor.", show_as="m"),
    command("e", "edit_mentor", "Edit mentor", "Change the chosen mentor, or what you ask.", footer=False),
    command("g", "edit_mentee", "Me", "Change your goals and what you say about yourself.", show_as="g"),
    command("o", "notes", "Notes", "Write the notes of the chosen meeting.", footer=False),
    command("1", "tab('background')", "Background", "Show the mentor's background.", footer=False),
    command("2", "tab('facts')", "Facts", "Show what a draft may use.", footer=False),
    command("3", "tab('meetings')", "Meetings", "Show the meetings.", footer=False),
    command("4", "tab('drafts')", "Drafts", "Show the drafts.", footer=False),
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
    ("In the list of facts", FACTS),
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
