"""Keys in words, and the keys that a user has put in the place of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.binding import Binding

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
    "minus": "-",
    "up": "↑",
    "down": "↓",
}


def keys_in_words(keys: str) -> str:
    """Keys, parted by commas, as people call them: ``ctrl+s,f2`` → ``Ctrl+S or F2``."""
    return " or ".join(key_word(key) for key in keys.split(",") if key not in _SAME_KEY)


def key_word(key: str) -> str:
    """One key as people call it."""
    if key.startswith("shift+"):
        return "Shift+" + key_word(key.removeprefix("shift+"))
    if key.startswith("ctrl+"):
        return "Ctrl+" + key.removeprefix("ctrl+").upper()
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return _WORDS.get(key, key)


def keymap(commands: Iterable[Binding], own: Mapping[str, str]) -> dict[str, str]:
    """The user's keys by command name, without names that no command has; what Textual takes as a keymap."""
    names = {each.id for each in commands}
    return {name: keys for name, keys in own.items() if name in names and keys}


def trouble(commands: Iterable[Binding], own: Mapping[str, str]) -> list[str]:
    """What is wrong with the user's keys, in sentences: a name that is unknown, a key that two commands want."""
    known = {each.id: each for each in commands if each.id}
    found = [f"There is no command “{name}”." for name in own if name not in known]
    taken: dict[tuple[str, str], str] = {}
    for name, each in known.items():
        chapter = name.partition(".")[0]
        for key in own.get(name, each.key).split(","):
            other = taken.setdefault((chapter, key), name)
            if other != name and (name in own or other in own):
                found.append(f"“{other}” and “{name}” both want {key_word(key)}.")
    return found
