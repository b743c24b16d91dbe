"""`outreach prompts`: list, show, check, edit, diff; and drafts with prompts of one's own."""

from __future__ import annotations

import datetime as dt
import functools
import json
import shlex
import stat
import sys
from pathlib import Path

import pytest

from outreach.cli import prompts
from outreach.domain.case import Case
from outreach.drafting.rehearsal import rehearse
from outreach.resources import prompts_folder
from outreach.settings import Paths
from outreach.templates.checking import Folders, Trial
from tests.cli.conftest import RunMain

BUILT_IN = prompts_folder()
SAMPLE = BUILT_IN / "sample.toml"


@pytest.fixture
def own() -> Path:
    folder = Paths.of_user().prompts
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(autouse=True)
def _no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _one_rehearsal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What drafts ask of the built-in templates is the same for all tests; it takes seconds to find out."""
    monkeypatch.setattr(prompts, "rehearse", lambda folders, case, today, names: _rehearsed(case, today))


@functools.cache
def _rehearsed(case: Case, today: dt.date) -> list[Trial]:
    return rehearse(Folders(BUILT_IN, BUILT_IN), case, today)


def _editor(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """An editor that does ``code`` to the text of the file."""
    script = f"import sys, pathlib; p = pathlib.Path(sys.argv[1]); t = p.read_text('utf-8'); {code}"
    monkeypatch.setenv("EDITOR", shlex.join([sys.executable, "-c", script]))


def test_the_list_says_what_each_is_for_and_whose_it_is(run: RunMain, own: Path) -> None:
    """With its first comment; a file of another name is told."""
    (own / "thank-you.j2").write_text("{# My thanks. #}\n{% block close %}Bye.{% endblock %}", encoding="utf-8")
    (own / "hook.prompt.j2").write_text("{# Mine. #}\n=== user\n{{ fact }}", encoding="utf-8")
    (own / "thankyou.j2").write_text("x", encoding="utf-8")
    done = run("prompts", "list")
    lines = {line.split()[0]: line for line in done.out.splitlines()}
    assert set(lines) == {path.name.removesuffix(".j2") for path in BUILT_IN.glob("*.j2")}
    assert lines["thank-you"].split(maxsplit=1)[1] == "yours: close  My thanks"
    assert lines["hook.prompt"].split(maxsplit=1)[1].split() == ["yours", "Mine"]
    assert "built-in" in lines["agenda"]
    assert "thankyou.j2:1: there is no such prompt; did you mean “thank-you.j2”?" in done.err
    rows = {row["name"]: row for row in json.loads(run("prompts", "list", "--json").out)}
    assert rows["thank-you"] == {
        "name": "thank-you",
        "purpose": "My thanks.",
        "source": "yours",
        "file": str(own / "thank-you.j2"),
        "blocks": ["close"],
    }
    assert rows["agenda"]["source"] == "built-in"


def test_show_prints_the_one_that_is_used(run: RunMain, own: Path) -> None:
    """Yours, else the built-in one; --builtin in any case."""
    built_in = (BUILT_IN / "thank-you.j2").read_text(encoding="utf-8")
    assert run("prompts", "show", "thank-you").out == built_in
    (own / "thank-you.j2").write_text("{% block close %}Bye.{% endblock %}\n", encoding="utf-8")
    assert run("prompts", "show", "thank-you.j2").out == "{% block close %}Bye.{% endblock %}\n"
    assert run("prompts", "show", "thank-you", "--builtin").out == built_in


@pytest.mark.parametrize("action", ["show", "check", "edit", "diff"])
def test_a_wrong_name_is_told_with_the_nearest(run: RunMain, action: str) -> None:
    """Exit 2, nothing on standard output, no file made."""
    done = run("prompts", action, "thanks-you")
    assert (done.status, done.out) == (2, "")
    assert "Did you mean “thank-you”?" in done.err
    assert not Paths.of_user().prompts.exists()


def test_a_check_of_nothing_is_all_right(run: RunMain) -> None:
    """Exit 0, and how to make one."""
    done = run("prompts", "check")
    assert (done.status, done.out) == (0, "")
    assert "outreach prompts edit" in done.err


def test_a_check_names_file_line_and_what_would_be_right(run: RunMain, own: Path) -> None:
    """Exit 1 when one is broken, 0 when all are right."""
    file = own / "first-contact.j2"
    file.write_text("{% block goal %}\n{{ goal_sentense }}\n{% endblock %}", encoding="utf-8")
    (own / "hook.prompt.j2").write_text("=== user\nTell: {{ fact }}", encoding="utf-8")
    done = run("prompts", "check")
    assert done.status == 1
    assert done.out.splitlines() == [
        f"{file}:2: there is no value “goal_sentense” here; did you mean “goal_sentence”?",
        f"{own / 'hook.prompt.j2'}: all right",
    ]
    found = json.loads(run("prompts", "check", "--json").out)
    assert (found["ok"], found["checked"]) == (False, ["first-contact", "hook.prompt"])
    assert [(one["name"], one["file"], one["line"]) for one in found["troubles"]] == [("first-contact", str(file), 2)]
    assert run("prompts", "check", "hook").status == 0


def test_a_draft_uses_yours_and_goes_round_a_broken_one(run: RunMain, own: Path) -> None:
    """A warning with file and line on standard error; standard output is the built-in draft, byte for byte."""
    order = ("draft", SAMPLE, "--kind", "thank-you", "--no-model", "--seed", "5", "--today", "2026-12-10")
    plain = run(*order)
    file = own / "thank-you.j2"
    file.write_text("{% block thanks %}Thank you for {{ day }}, and for the notes.{% endblock %}", encoding="utf-8")
    mine = run(*order)
    assert "Thank you for Wednesday 9 December, and for the notes." in mine.out
    file.write_text("{% block thanks %}\nThank you for {{ dya }}.{% endblock %}", encoding="utf-8")
    broken = run(*order)
    assert (broken.status, broken.out) == (plain.status, plain.out)
    warning = f"{file}:2: 'dya' is undefined; did you mean “day”? The built-in prompt is used instead."
    assert broken.err.splitlines().count(warning) == 1
    assert warning not in mine.err


def test_without_an_editor_the_path_is_printed(run: RunMain) -> None:
    """The copy is there, for the user alone, and a second call leaves it as it is."""
    done = run("prompts", "edit", "thank-you")
    file = Paths.of_user().prompts / "thank-you.j2"
    assert (done.status, done.out) == (0, f"{file}\n")
    assert file.read_bytes() == (BUILT_IN / "thank-you.j2").read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_text("mine", encoding="utf-8")
    assert run("prompts", "edit", "thank-you").status == 0
    assert file.read_text(encoding="utf-8") == "mine"


def test_what_was_edited_is_checked_and_kept(run: RunMain, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 0 when it is right, 1 when it is broken; the words stay either way."""
    file = Paths.of_user().prompts / "thank-you.j2"
    _editor(monkeypatch, "p.write_text(t.replace('Thank you', 'Thanks'), 'utf-8')")
    done = run("prompts", "edit", "thank-you")
    assert (done.status, done.out) == (0, f"{file}: all right\n")
    _editor(monkeypatch, "p.write_text(t + '{{ oops', 'utf-8')")
    done = run("prompts", "edit", "thank-you")
    assert (done.status, file.read_text(encoding="utf-8").endswith("{{ oops")) == (1, True)
    assert done.out.startswith(f"{file}:")


def test_an_unchanged_copy_is_not_kept(run: RunMain, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would hide what later versions bring."""
    _editor(monkeypatch, "pass")
    done = run("prompts", "edit", "agenda")
    assert (done.status, "Nothing was changed" in done.err) == (0, True)
    assert not (Paths.of_user().prompts / "agenda.j2").exists()


@pytest.mark.parametrize(("editor", "status"), [("no-such-editor --wait", 2), ("'", 2), ("false", 0)])
def test_an_editor_that_fails_loses_nothing(
    run: RunMain, own: Path, monkeypatch: pytest.MonkeyPatch, editor: str, status: int
) -> None:
    """The file is as it was, and its path is told."""
    text = "{% block close %}Bye.{% endblock %}"
    (own / "thank-you.j2").write_text(text, encoding="utf-8")
    monkeypatch.setenv("VISUAL", editor)
    done = run("prompts", "edit", "thank-you")
    assert done.status == status
    assert (own / "thank-you.j2").read_text(encoding="utf-8") == text
    assert "editor" in done.err


def test_a_diff_shows_what_is_changed_and_no_more(run: RunMain, own: Path) -> None:
    """Of a file that holds some blocks only these are compared."""
    built_in = (BUILT_IN / "thank-you.j2").read_text(encoding="utf-8")
    block = built_in[built_in.index("{% block plan %}") :].split("{% endblock %}")[0] + "{% endblock %}\n"
    (own / "thank-you.j2").write_text(block.replace("{% endblock %}", "So much.\n{% endblock %}"), encoding="utf-8")
    done = run("prompts", "diff")
    changes = [line for line in done.out.splitlines()[2:] if line[0] in "+-"]
    assert (done.status, changes) == (0, ["+So much."])
    assert run("prompts", "diff", "thank-you").out == done.out
    other = run("prompts", "diff", "agenda")
    assert (other.status, other.out) == (0, "")
