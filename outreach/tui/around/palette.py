"""The palette: everything that can be done from here, by name, and every mentor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from outreach.settings import Settings
from outreach.tui.commands import ANYWHERE, LETTERS, named
from outreach.tui.home.main_screen import MainScreen
from outreach.tui.keys import keys_in_words
from outreach.tui.look import in_order
from outreach.tui.text import content, one_line

if TYPE_CHECKING:
    from outreach.tui.app import OutreachApp

_WIDTH = 34
"""Columns of a name; its keys stand behind."""
_TELLS = 3
"""Letters from which on what a command does is searched, too."""
_FAINT = 0.01


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the palette."""

    name: str
    """As typed by whoever named it; never mark-up."""
    help: str
    run: Callable[[], object]
    keys: str = ""
    at_once: bool = True
    """Whether it is shown before anything is typed."""


class Everything(Provider):
    """The commands of the list in front, of the screen, and those that work anywhere; then mentors and colours."""

    async def discover(self) -> Hits:
        for choice in self._choices():
            if choice.at_once:
                name = content(one_line(choice.name, _WIDTH).ljust(_WIDTH))
                yield DiscoveryHit(_line(choice, name), choice.run, text=one_line(choice.name))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for choice in self._choices():
            name = one_line(choice.name, 60)
            # The matcher's own highlight reads mark-up.
            score, offsets = matcher.fuzzy_search.match(query, name)
            # Colours have names in which nearly any few letters can be found.
            if score > 0 and (choice.at_once or query.casefold() in name.casefold()):
                shown = content(name.ljust(_WIDTH))
                for offset in offsets:
                    shown = shown.stylize(self.match_style or "underline", offset, offset + 1)
                yield Hit(score, _line(choice, shown), choice.run, text=name)
            elif len(query) >= _TELLS and query.casefold() in choice.help.casefold():
                # Below all that is named so.
                yield Hit(_FAINT, _line(choice, content(name.ljust(_WIDTH))), choice.run, text=name)

    @property
    def _app(self) -> OutreachApp:
        return cast("OutreachApp", self.app)

    def _choices(self) -> Iterator[Choice]:
        yield from self._commands()
        if isinstance(self.screen, MainScreen):
            yield from self._drafts(self.screen)
            yield from self._mentors(self.screen)
        yield from self._colours()

    def _commands(self) -> Iterator[Choice]:
        """What the keys do now, each action once, with the keys that this user has for it."""
        known = {each.id: each for each in named()}
        keys: dict[tuple[DOMNode, str], list[str]] = {}
        first: dict[tuple[DOMNode, str], Binding] = {}
        for key, active in self.screen.active_bindings.items():
            binding = known.get(active.binding.id)
            if binding is None or not active.enabled:
                continue
            at = (active.node, active.binding.action)
            keys.setdefault(at, []).append(key)
            first.setdefault(at, binding)
        anywhere = {each.id for each in ANYWHERE}
        nodes = list(dict.fromkeys(node for node, _ in first))
        order = list(known)
        names: set[str] = set()
        for at in sorted(
            first, key=lambda at: (first[at].id in anywhere, nodes.index(at[0]), order.index(first[at].id))
        ):
            node, action = at
            binding = first[at]
            run = partial(self.app.run_action, action, node)
            # The same can be done by two keys in two places: Quit.
            if binding.description in names:
                continue
            names.add(binding.description)
            yield Choice(binding.description, binding.tooltip, run, keys_in_words(",".join(keys[at])))

    def _drafts(self, home: MainScreen) -> Iterator[Choice]:
        for each in LETTERS:
            kind = each.action.partition("'")[2].rstrip("')")
            if kind not in ("first-contact", "agenda", "thank-you"):
                yield Choice(f"Draft: {each.description}", each.tooltip, partial(home.action_draft, kind))

    def _mentors(self, home: MainScreen) -> Iterator[Choice]:
        for each in self._app.workspace.mentorships():
            work = ", ".join(part for part in (each.mentor.role, each.mentor.organisation) if part)
            yield Choice(each.mentor.name, work, partial(home.show_mentor, each.id))

    def _colours(self) -> Iterator[Choice]:
        for name in in_order(self.app.available_themes):
            choose = partial(self._app.change_settings, partial(_with_theme, name))
            yield Choice(f"Colours: {name}", "Use this theme of colours.", choose, at_once=False)


def _with_theme(name: str, settings: Settings) -> Settings:
    return settings.with_theme(name)


def _line(choice: Choice, name: Content) -> Content:
    line = name + content(f"  {choice.keys}", "bold") if choice.keys else name
    return line + content(f"\n{one_line(choice.help, 90)}", "dim") if choice.help else line
