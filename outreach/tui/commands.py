"""Commands: a key, a label and a sentence of help in one place; footer, help page and palette all read them here."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding


def command(
    name: str, key: str, action: str, label: str, help: str, *, footer: bool = True, first: bool = False
) -> Binding:
    """One command.

    Args:
        name: by which the settings give it other keys, unique; empty in a menu, whose keys stand in it.
        key: one, or several parted by commas.
        action: what it does.
        label: its name at the foot.
        help: what it does, in a sentence.
        footer: whether it stands at the foot.
        first: whether it is done before what is typed on right behind it.
    """
    return Binding(key, action, label, tooltip=help, show=footer, priority=first, id=name or None)


def answers(commands: Iterable[Binding]) -> tuple[tuple[str, str, str], ...]:
    """The commands of a menu that give an answer: what is given back, its key, its label."""
    found = ((each, each.action.partition("'")) for each in commands if each.action.startswith("answer("))
    return tuple((rest.rstrip("')"), each.key, each.description) for each, (_, _, rest) in found)


ANYWHERE = (
    command("app.help", "f1", "help", "Help", "Show the keys of this screen, and all others."),
    command("app.models", "ctrl+g", "models", "Models", "See, get and choose the models that write.", footer=False),
    command("app.settings", "ctrl+o", "settings", "Settings", "Change colours, motion and keys.", footer=False),
    command("app.quit", "ctrl+q", "quit", "Quit", "Leave Outreach; all is saved.", footer=False, first=True),
)

MAIN = (
    command("home.open", "enter,right", "open", "Open", "Open the page of the chosen mentor."),
    command("home.start", "space", "start", "Begin", "Begin what is due first, or next with the mentor of the page."),
    command("home.log", "l", "log", "Log", "Log what happened: sent, answered, declined, met, promised, done, ended."),
    command(
        "home.choose-draft",
        "d",
        "choose_draft",
        "Draft",
        "Draft a follow-up, a reply, a report, a check-in, or any other message.",
    ),
    command(
        "home.first-contact",
        "f",
        "draft('first-contact')",
        "First contact",
        "Draft the first message to the chosen mentor.",
    ),
    command("home.agenda", "a", "draft('agenda')", "Agenda", "Draft the agenda of a meeting.", footer=False),
    command(
        "home.thank-you",
        "t",
        "draft('thank-you')",
        "Thank-you",
        "Draft the thank-you note after a meeting.",
        footer=False,
    ),
    command("home.due", "w,0", "due", "Due", "Go to what is due now, with everyone."),
    command(
        "home.call-sheet",
        "b",
        "call_sheet",
        "Brief",
        "Read in a minute what counts before the next meeting.",
        footer=False,
    ),
    command("home.new-mentor", "n,plus", "new_mentor", "Mentor", "Add a mentor."),
    command("home.new-meeting", "m", "new_meeting", "Meeting", "Add a meeting with the chosen mentor."),
    command(
        "home.edit-mentor",
        "e",
        "edit_mentor",
        "Edit mentor",
        "Change the chosen mentor, or what you ask.",
        footer=False,
    ),
    command("home.goals", "g", "goals", "Goals", "See your goals, and find out what you need."),
    command("home.edit-mentee", "i", "edit_mentee", "About me", "Change what you say about yourself.", footer=False),
    command("home.filter", "slash", "filter", "Find", "Show only the mentors with what you type.", first=True),
    command("home.leave", "escape,left", "leave", "Mentors", "Go back to the mentors.", footer=False),
    command("home.sample", "S", "sample", "Sample", "Look around with a sample, or leave and remove it.", footer=False),
    command("home.notes", "o", "notes", "Notes", "Write the notes of the chosen meeting.", footer=False),
    command("home.background", "1", "tab('background')", "Background", "Show the mentor's background.", footer=False),
    command("home.facts", "2", "tab('facts')", "Facts", "Show what a draft may use.", footer=False),
    command("home.meetings", "3", "tab('meetings')", "Meetings", "Show the meetings.", footer=False),
    command("home.drafts", "4", "tab('drafts')", "Drafts", "Show the drafts.", footer=False),
    command(
        "home.timeline", "5", "tab('timeline')", "Timeline", "Show all that happened, with the texts.", footer=False
    ),
    command(
        "home.todo", "6", "tab('todo')", "To do", "Show what you two promised, and what they advised.", footer=False
    ),
    command("home.undo", "ctrl+z", "undo", "Undo", "Take back what was logged or removed last.", footer=False),
    command(
        "home.unfinished",
        "u",
        "app.go_on",
        "Go on",
        "Go on with what was typed and not saved when Outreach closed.",
        footer=False,
    ),
    command(
        "home.remove",
        "delete",
        "remove",
        "Remove",
        "Remove what is chosen: a mentor, a meeting, a draft.",
        footer=False,
    ),
    command("home.quit", "q", "app.quit", "Quit", "Leave Outreach; all is saved.", footer=False),
)

FACTS = (
    command("facts.reword", "e,r", "reword", "Other words", "Put the chosen fact into other words."),
    command("facts.drop", "d,delete", "drop", "Drop", "Use the chosen fact no more."),
    command("facts.take-back", "u", "take_back", "Take back", "Take a drop or other words back; else the last drop."),
    command("facts.confirm", "y", "confirm", "Confirm", "Let drafts use what is held back, or take that back."),
    command("facts.add", "plus", "add", "Add", "Add a fact of your own, about them or about yourself."),
)

GROUND = (
    command(
        "facts.use",
        "enter",
        "use",
        "Use it",
        "Build the section at the cursor of the text on the chosen fact; allow it, where it is held back.",
    ),
)

LOG = (
    command("", "s", "answer('sent')", "I sent a message", "Log that a message went out."),
    command("", "a", "answer('answered')", "They answered", "Log an answer, and paste it."),
    command("", "d", "answer('declined')", "They said no", "Log a no, and paste it."),
    command("", "m", "answer('met')", "We met", "Log that you met, or talked."),
    command("", "p", "answer('promised')", "Something was promised", "Log a promise of yours or theirs."),
    command("", "x", "answer('done')", "Something is done", "Log that a promise is kept, or what else you did."),
    command("", "e", "answer('ended')", "It has ended", "Log that the contact has ended."),
    command("", "left", "day(-1)", "A day earlier", "Log it for the day before."),
    command("", "right", "day(1)", "A day later", "Log it for the day after."),
    command("", "o", "other_day", "Another day", "Log it for a day that you type."),
)

LETTERS = (
    command("", "f", "answer('first-contact')", "First contact", "Draft the first message."),
    command("", "o", "answer('follow-up')", "Follow-up", "Ask once more after silence, with something new."),
    command("", "r", "answer('reply')", "Reply", "Take a time, decline, move, confirm, or thank for a no."),
    command("", "a", "answer('agenda')", "Agenda", "Draft the agenda of a meeting."),
    command("", "t", "answer('thank-you')", "Thank-you", "Draft the thank-you note after a meeting."),
    command("", "p", "answer('report')", "Report", "Tell them what came of their advice."),
    command("", "c", "answer('check-in')", "Check-in", "Give a sign of life after a long silence."),
)

DUE = (
    command(
        "due.start",
        "enter",
        "screen.start_due",
        "Do it",
        "Draft what is due, mark what was promised as done, or look at the goal.",
    ),
    command(
        "due.snooze",
        "z",
        "screen.snooze",
        "Snooze",
        "Put it off: a day, three days, a week, or to a day that you type.",
    ),
)

FILTER = (command("filter.open", "enter", "screen.open", "Open", "Open the page of the mentor under the cursor."),)

MEETING_LIST = (
    command("meetings.open", "enter", "screen.open_meeting", "Open", "Open the chosen meeting, or add one."),
)

DRAFT_LIST = (
    command("drafts.open", "enter", "screen.open_draft", "Open", "Open the chosen draft."),
    command("drafts.sent", "s", "screen.draft_sent", "Sent", "Log that the chosen draft was sent today."),
)

TIMELINE = (
    command(
        "timeline.open",
        "enter",
        "screen.open_entry",
        "Open",
        "Open the draft or the meeting, or read the whole text.",
    ),
    command(
        "timeline.take-back",
        "u,delete",
        "screen.take_back_entry",
        "Take back",
        "Take the chosen entry back, as if it had never been made.",
    ),
)

TODO = (
    command("todo.open", "enter", "open", "Do it", "Make advice an action; else say that it is done."),
    command("todo.done", "x", "done", "Done", "It is done: say what it led to."),
    command("todo.act", "greater_than_sign", "act", "Act on it", "Make the chosen advice an action of yours."),
    command("todo.aside", "minus", "aside", "Put aside", "Put the chosen advice aside, with the reason."),
    command("todo.keep", "k", "keep", "Keep", "Keep advice that was put aside."),
)

# Before anything else: what is typed on at once behind Tab belongs to the next field already.
FIELDS = (
    Binding("tab", "app.focus_next", "Next field", show=False, priority=True),
    Binding("shift+tab", "app.focus_previous", "Field before", show=False, priority=True),
)

FORM = (
    *FIELDS,
    command("form.save", "ctrl+s,f2", "save", "Save", "Save the form and close it."),
    command("form.leave", "escape", "leave", "Back", "Close the form; asks first if something is not saved."),
)

START = (
    *FIELDS,
    command("start.draft", "ctrl+s,f2", "save", "Draft", "Save this, and draft the first message."),
    command("start.leave", "escape", "leave", "Later", "Look around first; what is typed is kept."),
)

PAGES = (command("form.turn-page", "f4", "turn_page", "Other page", "Turn to the other page of the form."),)

DRAFT = (
    *FIELDS,
    command("draft.stop", "escape", "stop", "Stop", "Stop what is being written; what was kept stays."),
    command("draft.leave", "escape", "leave", "Back", "Save and close the draft."),
    command("draft.save", "ctrl+s,f2", "save", "Save", "Save now; the draft also saves itself.", footer=False),
    command("draft.turn", "f3", "turn", "Panes", "Turn to the next pane: facts and ask, text, findings.", first=True),
    command("draft.copy-body", "f4", "copy('body')", "Copy", "Copy the body."),
    command("draft.copy-subject", "shift+f4,f16", "copy('subject')", "Copy subject", "Copy the subject.", footer=False),
    command("draft.write-file", "f5", "write_file", "File", "Write the draft to a file."),
    command("draft.next", "f6", "step(1)", "Next", "Go to the next finding of the review.", first=True),
    command(
        "draft.before", "shift+f6,f18", "step(-1)", "Before", "Go to the finding before.", footer=False, first=True
    ),
    command("draft.mend", "f7", "mend", "Mend", "Mend the finding at hand, where a mend is offered.", first=True),
    # A function key: Alt+letter reaches many a terminal as Esc and a letter, and Esc closes the draft.
    command("draft.rewrite", "f8", "rewrite", "Rewrite", "Make the section at the cursor anew, as you choose."),
    command("draft.compare", "f9", "compare", "Compare", "See two states of the draft side by side.", footer=False),
    # Ctrl+T beside it: some terminals keep F10 for their own menu.
    command("draft.sent", "f10,ctrl+t", "sent", "Sent", "Log that this draft was sent today."),
    command("draft.explain", "f12,ctrl+r", "explain", "Why", "Explain the finding at hand, or weigh its rule anew."),
    command("draft.editor", "ctrl+e", "editor", "Editor", "Edit it in your own editor.", footer=False, first=True),
    command("draft.undo", "ctrl+z", "undo", "Undo", "Take the last change back, a mend too.", footer=False),
)

SECTION = (
    command("section.again", "a,enter", "wish('again')", "Again", "Say the section in other words."),
    command("section.shorter", "s", "wish('shorter')", "Shorter", "Say it in fewer words."),
    command("section.warmer", "w", "wish('warmer')", "Warmer", "Say it more warmly."),
    command("section.plainer", "p", "wish('plainer')", "Plainer", "Say it more plainly."),
    command("section.another-fact", "f", "wish('another-fact')", "Other fact", "Build it on another fact."),
    command("section.draft", "d", "draft", "New draft", "Make another draft of it all; this one stays."),
    command("section.next", "down,tab", "step(1)", "Next section", "Go on to the next section.", footer=False),
    command("section.before", "up,shift+tab", "step(-1)", "Section before", "Go to the section before.", footer=False),
    command("section.close", "escape,f8", "close", "Back", "Close the menu; all stays as it is."),
)

RULE = (
    command("rule.dismiss", "escape", "dismiss", "Back", "Close the explanation."),
    command("rule.off", "o", "weigh('off')", "Switch this rule off", "Never hear of this rule again."),
    command(
        "rule.note",
        "n",
        "weigh('info')",
        "Only a note",
        "Have this rule as a note that keeps no draft from being ready.",
    ),
    command("rule.as-it-was", "b", "weigh('')", "As it was", "Give this rule its own weight back."),
)

GOALS = (
    command("goals.open", "enter", "open", "Change", "Change the chosen goal: what, why, by when, how you would know."),
    command("goals.add", "plus,n", "add", "Add", "Add a goal of your own."),
    command("goals.assess", "a", "assess", "Find out", "Answer a few questions, from which goals are drafted."),
    command("goals.remove", "delete", "remove", "Remove", "Remove the chosen goal.", footer=False),
    command("goals.up", "shift+up,K", "move(-1)", "Up", "Move the chosen goal up.", footer=False),
    command("goals.down", "shift+down,J", "move(1)", "Down", "Move the chosen goal down.", footer=False),
    command("goals.undo", "ctrl+z", "undo", "Undo", "Take the last change of the goals back.", footer=False),
    command("goals.leave", "escape", "leave", "Back", "Go back to the mentors."),
)

ASSESS = (
    command("assess.tick", "space,enter", "tick", "Tick", "Tick what would help you, or take the tick off."),
    command("assess.next", "tab", "turn(1)", "Next", "Go on to the next question.", first=True),
    command("assess.before", "shift+tab", "turn(-1)", "Before", "Go back to the question before.", first=True),
    command("assess.draft", "ctrl+s,f2", "draft", "Goals", "Draft goals from your answers; what is empty is left out."),
    command("assess.leave", "escape", "leave", "Later", "Leave; your answers are kept, to go on with later."),
)

PROPOSED = (
    command("proposed.tick", "space", "tick", "Tick", "Tick the chosen goal to keep it, or take the tick off."),
    command("proposed.open", "enter", "open", "Change", "Change the chosen goal before you keep it."),
    command("proposed.keep", "ctrl+s,f2", "keep", "Keep", "Add the ticked goals to yours; nothing else is changed."),
    command("proposed.up", "shift+up,K", "move(-1)", "Up", "Move the chosen goal up.", footer=False),
    command("proposed.down", "shift+down,J", "move(1)", "Down", "Move the chosen goal down.", footer=False),
    command("proposed.leave", "escape", "leave", "Back", "Stop what is being written, else close the list."),
)

MODELS = (
    command("models.use", "enter", "use", "Use", "Draft with the chosen model from now on."),
    command("models.pull", "p", "pull", "Get", "Get the chosen model, or go on getting it."),
    command("models.stop", "s", "stop", "Stop", "Stop getting a model; what is here of it is kept."),
    command("models.add", "plus", "add", "Add a file", "Use a GGUF file of your own, where it stands."),
    command("models.remove", "delete", "remove", "Remove", "Delete the chosen model, after asking."),
    command("models.none", "t", "none", "Templates", "Draft from templates alone, without a model.", footer=False),
    command("models.leave", "escape", "leave", "Back", "Close the list of models."),
)

SETTINGS = (
    command("settings.change", "enter", "change", "Change", "Change the chosen setting."),
    command("settings.reset", "delete", "reset", "As it was", "Give the chosen setting the value that it came with."),
    command("settings.leave", "escape", "leave", "Back", "Close the settings; they are saved as you change them."),
)

COMPARE = (
    command("compare.older", "left", "older", "Older", "Compare with the state before."),
    command("compare.newer", "right", "newer", "Newer", "Compare with the state after."),
    command(
        "compare.take", "enter", "take", "Take it", "Put the older state in the place of the text; it can be undone."
    ),
    command("compare.leave", "escape", "leave", "Back", "Go back to the draft."),
)

CHAPTERS: tuple[tuple[str, tuple[Binding, ...]], ...] = (
    ("With your mentors", MAIN),
    ("In the menu of what happened", LOG),
    ("In the menu of what to draft", LETTERS),
    ("In what is due", DUE),
    ("In the line that finds mentors", FILTER),
    ("In the list of facts", FACTS),
    ("In the list of meetings", MEETING_LIST),
    ("In the list of drafts", DRAFT_LIST),
    ("In the timeline", TIMELINE),
    ("In the list of things to do", TODO),
    ("In the first form", START),
    ("In a form", (*FORM, *PAGES)),
    ("In a draft", DRAFT),
    ("In the facts beside a draft", GROUND),
    ("In the menu for one section", SECTION),
    ("In the explanation of a finding", RULE),
    ("Two states of a draft", COMPARE),
    ("Your goals", GOALS),
    ("In the questions about what you want", ASSESS),
    ("In the goals that are proposed", PROPOSED),
    ("Models", MODELS),
    ("Settings", SETTINGS),
    ("Anywhere", ANYWHERE),
)


def named() -> tuple[Binding, ...]:
    """All commands that the settings can give other keys, each once."""
    return tuple({each.id: each for _, chapter in CHAPTERS for each in chapter if each.id}.values())
