"""Jinja2 as far as prompts need it: no way out, and no template that runs on for ever or fills the memory.

Jinja2's sandbox closes the ways out; it bounds neither time nor room. So a template gets no ``range``, no powers and
few filters and methods, and all that can grow (loops, joined text, lists) is charged to a budget.
"""

from __future__ import annotations

import difflib
import functools
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateRuntimeError, Undefined, meta, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

LONGEST_FILE = 64_000
"""Characters of a template file; the longest built-in one has some 4,000."""
TOO_LONG = f"the file is longer than {LONGEST_FILE} characters"
LONGEST_TEXT = 50_000
"""Characters that any text may have while a template is rendered; a prompt has some 3,000."""
BUDGET = 1_000_000
"""Characters and list items, loops ten times over, that one rendering may handle; a built-in one needs some 2,000."""
SECONDS = 5.0
"""For a rendering that stays within its budget and yet goes on; a built-in one takes a few milliseconds."""
_STEP = 10
_LARGEST = 10**12

_FILTERS = """
capitalize count d default first last length lower map max min reject rejectattr reverse select selectattr sort title
trim truncate unique upper wordcount
""".split()
_METHODS = frozenset(
    """
    capitalize changed cycle endswith get isdigit islower isupper items keys lower lstrip removeprefix removesuffix
    rstrip split startswith strip title upper values
    """.split()
)
_REFUSED: dict[type[nodes.Node], str] = {
    nodes.Include: "a template stands alone: “include” is not possible",
    nodes.Import: "a template stands alone: “import” is not possible",
    nodes.FromImport: "a template stands alone: “import” is not possible",
    nodes.Extends: "“extends” is not needed: blocks that are missing here come from the built-in file",
    nodes.Pow: "powers (**) cannot be used here",
    nodes.ScopedEvalContextModifier: "“autoescape” cannot be used here",
}
ERRORS = (
    TemplateError, ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, OSError, RuntimeError,
    SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""What a bad template can raise while it is compiled or rendered."""


class Fault(Exception):
    """What is wrong with a template, and at which line, from 1."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


class Language(ImmutableSandboxedEnvironment):
    """Compiles templates and renders them, one rendering at a time."""

    intercepted_binops = frozenset(("+", "*", "%"))

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True, finalize=_written
        )
        self._at_work = threading.RLock()
        self._left = 0
        self._until = 0.0
        self.globals.clear()
        known = {name: self._charged(self.filters[name]) for name in _FILTERS}
        known |= {"join": self._joined, "replace": self._replaced, "list": self._listed, "string": _written}
        self.filters.clear()
        self.filters.update(known | {"_counted": self._counted, "_glued": self._glued, "_weighed": self._weighed})

    def compiled(self, source: str, path: Path) -> Template:
        """A template.

        Raises:
            Fault: it has a mistake, or uses what templates here cannot.
        """
        if len(source) > LONGEST_FILE:
            raise Fault(TOO_LONG)
        with self._at_work:
            self._begin()
            try:
                code = self.compile(source, path.name, str(path))
                return Template.from_code(self, code, {})
            except ERRORS as error:
                raise _fault(error, None, ()) from error

    def values_of(self, source: str) -> dict[str, int]:
        """The values that a template uses, each with the first line that names it.

        Raises:
            Fault: it has a mistake.
        """
        with self._at_work:
            self._begin()
            try:
                tree = self.parse(source)
                wanted = meta.find_undeclared_variables(tree) - {"super", "caller", "loop"}
            except ERRORS as error:
                raise _fault(error, None, ()) from error
        lines: dict[str, int] = {}
        for name in tree.find_all(nodes.Name):
            if name.name in wanted:
                lines[name.name] = min(name.lineno, lines.get(name.name, name.lineno))
        return lines

    def block(self, template: Template, name: str, values: Mapping[str, Any], below: Template | None = None) -> str:
        """One block; ``super()`` in it is the block of that name in ``below``.

        Raises:
            Fault: it cannot be rendered.
        """

        def render() -> str:
            context = template.new_context(dict(values))
            for other, block in (below.blocks if below else {}).items():
                context.blocks.setdefault(other, []).append(block)
            return self._gathered(template.blocks[name](context))

        return self._rendered(template, render, values)

    def whole(self, template: Template, values: Mapping[str, Any]) -> str:
        """A whole template.

        Raises:
            Fault: it cannot be rendered.
        """
        return self._rendered(
            template, lambda: self._gathered(template.root_render_func(template.new_context(dict(values)))), values
        )

    def _rendered(self, template: Template, render: Callable[[], str], values: Mapping[str, Any]) -> str:
        with self._at_work:
            self._begin()
            try:
                return render()
            except ERRORS as error:
                raise _fault(error, template, values) from error

    # -- what templates are made into --------------------------------------------------------------
    def _generate(self, source: nodes.Template, name: Any, filename: Any, defer_init: bool = False) -> str:
        _check(source)
        return super()._generate(_Bounded().visit(source), name, filename, defer_init)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro, a loop, ``super()`` or one of a few methods; nothing else."""
        self._charge(_STEP)
        owner, name = getattr(obj, "__self__", None), getattr(obj, "__name__", "")
        method = name in _METHODS and isinstance(owner, str | dict | LoopContext)
        if isinstance(obj, Undefined):
            obj()
        if not (method or isinstance(obj, Macro | BlockReference | LoopContext)):
            raise SecurityError(f"“{name or type(obj).__name__}” cannot be called here")
        result = super().call(context, obj, *args, **kwargs)
        return self._charged_value(list(result) if method and not isinstance(result, str | bool | list) else result)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """``+``, ``*`` and ``%`` of numbers, and ``+`` of texts."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self._charged_value(left + right)
        for value in (left, right):
            if isinstance(value, Undefined):
                str(value)
            if not isinstance(value, int | float) or abs(value) > _LARGEST:
                raise SecurityError(f"“{operator}” is for small numbers here; “~” joins texts")
        return super().call_binop(context, operator, left, right)

    # -- the budget --------------------------------------------------------------------------------
    def _begin(self) -> None:
        self._left, self._until = BUDGET, time.monotonic() + SECONDS

    def _charge(self, size: int) -> None:
        self._left -= size
        if self._left < 0 or size > LONGEST_TEXT * _STEP or time.monotonic() > self._until:
            raise TemplateRuntimeError("this does not come to an end, or makes too much text")

    def _charged_value(self, value: Any) -> Any:
        self._charge(1 + (len(value) if isinstance(value, str | list | tuple | dict) else 0))
        return value

    def _charged(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A filter of Jinja2's whose result is a value with a size, and charged."""

        @functools.wraps(function)
        def charged(*args: Any, **kwargs: Any) -> Any:
            result = function(*args, **kwargs)
            lazy = isinstance(result, Iterable) and not isinstance(result, str | list | tuple | dict | Undefined)
            return self._charged_value(list(result) if lazy else result)

        return charged

    def _gathered(self, pieces: Iterable[str]) -> str:
        found, size = [], 0
        for piece in pieces:
            size += len(piece)
            if size > LONGEST_TEXT:
                raise TemplateRuntimeError("this makes too much text")
            self._charge(1 + len(piece))
            found.append(piece)
        return "".join(found)

    concat = _gathered

    def _glued(self, parts: Iterable[Any]) -> str:
        return self._gathered(str(_written(part)) for part in parts)

    def _joined(self, value: Iterable[Any], between: str = "") -> str:
        parts = [str(_written(part)) for part in self._listed(value)]
        self._charge(sum(map(len, parts)) + len(between) * len(parts))
        return between.join(parts)

    def _replaced(self, text: Any, old: str, new: str) -> str:
        text = str(_written(text))
        self._charge(len(text) + text.count(old) * len(new))
        return str(text.replace(old, new))

    def _listed(self, value: Any) -> list[Any]:
        if isinstance(value, str | int | float | None):
            raise TemplateRuntimeError(f"a list is wanted here, not {_kind(value)}")
        return self._charged_value(list(value))  # type: ignore[no-any-return]

    def _counted(self, value: Any) -> list[Any]:
        """What a loop goes through: each round costs, also where it writes nothing."""
        items = self._listed(value)
        self._charge(_STEP * len(items))
        return items

    def _weighed(self, value: Any) -> Any:
        """A list written in the template; lists of lists of lists grow faster than they look."""
        waiting = [value]
        while waiting:
            one = waiting.pop()
            self._charge(1)
            if isinstance(one, list | tuple):
                waiting.extend(one)
            elif isinstance(one, dict):
                waiting.extend(one.values())
        return value


class _Bounded(NodeTransformer):
    """Puts the budget into loops, joined texts and lists."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.iter = _filtered(node.iter, "_counted")
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(nodes.List(node.nodes, lineno=node.lineno), "_glued")

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(node, "_weighed")

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(node, "_weighed")

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return node if node.ctx == "store" else _filtered(node, "_weighed")


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _check(tree: nodes.Template) -> None:
    """Refuse what templates here cannot use, with its line."""
    for node in tree.find_all(tuple(_REFUSED)):
        raise Fault(_REFUSED[type(node)], node.lineno)
    for name in tree.find_all(nodes.Name):
        if name.name == "self":
            raise Fault("“self” cannot be used here", name.lineno)


def _written(value: Any) -> Any:
    """What is put into the text: words or a number."""
    if isinstance(value, bool | list | tuple | dict | None) or not isinstance(value, str | int | float | Undefined):
        raise TemplateRuntimeError(f"{_kind(value)} cannot be written into the text")
    return value


def _kind(value: Any) -> str:
    kinds: dict[type, str] = {type(None): "nothing", bool: "yes or no", dict: "a group of values", str: "a text"}
    numbers: dict[type, str] = {int: "a number", float: "a number"}
    return (kinds | numbers).get(type(value), "a list" if isinstance(value, list | tuple) else "this")


def _fault(error: Exception | Fault, template: Template | None, values: Iterable[str]) -> Fault:
    """An error of Jinja2's, or of Python's in a template, in plain words."""
    line = getattr(error, "lineno", None) if isinstance(error, TemplateError) else None
    if line is None and template is not None:
        line = _line(error.__traceback__, template)
    if isinstance(error, RecursionError | MemoryError | SyntaxError):
        return Fault("this is nested too deeply, or calls itself without end", line)
    message = (error.message if isinstance(error, TemplateError) else str(error)) or type(error).__name__
    return Fault(message.rstrip(".") + _nearest(message, values), line)


def _nearest(message: str, values: Iterable[str]) -> str:
    """For an unknown value: the one that was perhaps meant."""
    if not message.endswith("is undefined") or not values:
        return ""
    near = difflib.get_close_matches(message.split("'")[1] if "'" in message else "", list(values), 1)
    return f"; did you mean “{near[0]}”?" if near else ""


def _line(trace: TracebackType | None, template: Template) -> int | None:
    line = None
    while trace is not None:
        if trace.tb_frame.f_globals.get("__jinja_template__") is template:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line
