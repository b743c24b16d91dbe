"""What a template renders to: a sentence, a whole text, or the turns of a prompt."""

from __future__ import annotations

import re
from collections.abc import Mapping

from outreach.engine.protocol import Turn
from outreach.templates.files import Source
from outreach.templates.language import Fault, Language

Value = str | int | bool | None | list["Value"] | dict[str, "Value"]

_TURN = "=== "
_SPEAKERS = ("system", "user", "assistant")
# Stands for "===" in a value while a prompt is cut into turns, so that pasted text begins none.
_RULED = "\ue3d3"


def block(
    language: Language, source: Source, name: str, values: Mapping[str, Value], below: Source | None = None
) -> str:
    """One block in one line; a quotation that ends with its own mark ends the sentence too.

    Raises:
        Fault: it cannot be rendered.
    """
    text = language.block(source.template, name, values, below.template if below else None)
    return re.sub(r"([.!?][\"”’])\.", r"\1", " ".join(text.split()))


def whole(language: Language, source: Source, values: Mapping[str, Value]) -> str:
    """A whole template; not more than one empty line in a row, no white space at the ends of lines.

    Raises:
        Fault: it cannot be rendered, or is empty.
    """
    lines: list[str] = []
    for line in language.whole(source.template, values).split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    text = "\n".join(lines).strip()
    if not text:
        raise Fault("nothing is written", 1)
    return text


def turns(language: Language, source: Source, values: Mapping[str, Value]) -> list[Turn]:
    """A prompt cut into its turns; values are put into single lines, and none can begin a turn.

    Raises:
        Fault: it cannot be rendered, or is no prompt that a model could answer.
    """
    single = {key: _single(value) for key, value in values.items()}
    found: list[Turn] = []
    for line in whole(language, source, single).split("\n"):
        if line.startswith(_TURN):
            found.append(Turn(line.removeprefix(_TURN).strip(), ""))
        elif found:
            found[-1] = Turn(found[-1].role, f"{found[-1].content}\n{line}".strip("\n"))
        else:
            raise Fault("a prompt begins with “=== system” or “=== user”", 1)
    found = [Turn(turn.role, turn.content.strip().replace(_RULED, "===")) for turn in found]
    places = [number for number, line in enumerate(source.text.split("\n"), 1) if line.startswith(_TURN)]
    _check(found, [*places, *[1] * len(found)])
    return found


def _check(found: list[Turn], places: list[int]) -> None:
    for turn, line in zip(found, places, strict=False):
        if turn.role not in _SPEAKERS:
            raise Fault(f"“{turn.role}” does not speak in a prompt; {', '.join(_SPEAKERS)} do", line)
        if not turn.content:
            raise Fault(f"nothing stands under this “=== {turn.role}”", line)
    if found[-1].role != "user":
        raise Fault("a prompt ends with what “=== user” says: that is what the model answers", places[len(found) - 1])


def _single(value: Value) -> Value:
    return " ".join(value.split()).replace("===", _RULED) if isinstance(value, str) else value
