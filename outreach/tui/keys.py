"""Keys in words, and the keys that a user has put in the place of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from textual.binding import Binding
from textual.dom import DOMNode

from outreach.tui.commands import named

_SAME_KEY = frozenset({"f18", "f16"})
"""What terminals send for a key that is named already: Shift+F6 and Shift+F4."""

_WORDS = {
    "plus": "+",
    "comma": ",",
    "slash": "/",
    "question_mark": "?",
    "full_stop": ".",
    "delete": "Delete",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "left": "←",
    "right": "→",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "minus": "-",
    "up": "↑",
    "down": "↓",
    "backspace": "Backspace",
    "home": "Home",
    "end": "End",
    "pageup": "Page up",
    "pagedown": "Page down",
    "insert": "Insert",
}
FIXED = frozenset({"escape", "enter", "tab", "shift+tab", "ctrl+q", "ctrl+c", "ctrl+p", "backspace"})
"""Keys that always do the same."""
_SAME_IN_TERMINALS = {"ctrl+m": "Enter", "ctrl+j": "Enter", "ctrl+i": "Tab", "ctrl+h": "Backspace"}
_MOVES = frozenset({"up", "down", "left", "right", "home", "end", "pageup", "pagedown"})
_OF_TEXT = frozenset(f"ctrl+{letter}" for letter in "aduvwxkfy")
"""Keys by which text is edited."""
_TYPED_IN = frozenset({"app", "draft", "form", "start"})
"""Beginnings of the names of commands that work where text is typed."""
_BESIDE_TYPING = re.compile(r"(?:(?:ctrl|shift|alt)\+)*f\d+|ctrl\+\S+")


def keys_in_words(keys: str) -> str:
    """Keys, parted by commas, as people call them: ``ctrl+s,f2`` → ``Ctrl+S or F2``."""
    return " or ".join(key_word(key) for key in keys.split(",") if key not in _SAME_KEY)


def key_word(key: str) -> str:
    """One key as people call it."""
    for modifier in ("shift", "ctrl", "alt"):
        if key.startswith(f"{modifier}+"):
            rest = key_word(key.removeprefix(f"{modifier}+"))
            return f"{modifier.capitalize()}+{rest.upper() if len(rest) == 1 else rest}"
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return _WORDS.get(key, key.replace("_", " "))


def keys_of(command: Binding, own: Mapping[str, str]) -> str:
    """The keys of a command as this user has them, parted by commas."""
    return own.get(command.id or "") or command.key


def key_of(node: DOMNode, name: str) -> str:
    """The first key of the command ``name`` as people call it, as this user has it."""
    own: Mapping[str, str] = getattr(node.app, "own_keys", {})
    command = next(each for each in named() if each.id == name)
    return key_word(keys_of(command, own).split(",")[0])


def keymap(commands: Iterable[Binding], own: Mapping[str, str]) -> dict[str, str]:
    """The user's keys by command name, as Textual takes them, without unknown names and keys that cannot be had."""
    known = {each.id: each for each in commands}
    allowed = {
        name: ",".join(key for key in keys.split(",") if key in known[name].key.split(",") or not refusal(name, key))
        for name, keys in own.items()
        if name in known
    }
    return {name: keys for name, keys in allowed.items() if keys}


def trouble(commands: Iterable[Binding], own: Mapping[str, str]) -> list[str]:
    """What is wrong with the user's keys, in sentences: a name that is unknown, a key that two commands want."""
    commands = tuple(commands)
    known = {each.id: each for each in commands if each.id}
    found = [f"There is no command “{name}”." for name in own if name not in known]
    for name, keys in own.items():
        for key in keys.split(",") if name in known else ():
            if key not in known[name].key.split(",") and (wrong := refusal(name, key)):
                found.append(f"“{name}”: {wrong}")
            other = holder(commands, own, name, key)
            if other is not None and (other.id not in own or name < str(other.id)):
                found.append(f"“{name}” and “{other.id}” both want {key_word(key)}.")
    return found


def is_fixed(command: Binding) -> bool:
    """Whether the command has only keys that always do the same."""
    return all(key in FIXED | _MOVES for key in command.key.split(","))


def refusal(name: str, key: str) -> str:
    """Why the command ``name`` cannot have this key, in a sentence; empty where it can."""
    word = key_word(key)
    if key in FIXED:
        return f"{word} always does the same in Outreach; choose another."
    if key in _SAME_IN_TERMINALS:
        return f"Terminals take {word} for {_SAME_IN_TERMINALS[key]}; choose another."
    if key in _MOVES:
        return f"{word} moves the cursor; choose another."
    if "," in key or not key.strip():
        return "That key has no name here; choose another."
    if name.partition(".")[0] in _TYPED_IN:
        if not _BESIDE_TYPING.fullmatch(key):
            return f"{word} is typed there; choose a function key, or one with Ctrl."
        if key in _OF_TEXT:
            return f"{word} edits the text there; choose another."
    return ""


def holder(commands: Iterable[Binding], own: Mapping[str, str], name: str, key: str) -> Binding | None:
    """The other command that has this key where ``name`` works, if any."""
    part = name.partition(".")[0]
    for each in commands:
        other = (each.id or "").partition(".")[0]
        near = other == part or "app" in (other, part)
        if each.id and each.id != name and near and key in keys_of(each, own).split(","):
            return each
    return None
