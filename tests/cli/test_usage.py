"""Wrong usage, help, version, and files that are no cases, through the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import outreach
from tests.cli.conftest import RunMain
from tests.conftest import OutreachCli

CASE = "CASE"

WRONG: dict[str, tuple[list[str], str]] = {
    "no kind": (["draft", CASE], "--kind"),
    "unknown kind": (["draft", CASE, "--kind", "thanks"], "first-contact, agenda, thank-you"),
    "unknown channel": (["draft", CASE, "--kind", "agenda", "--channel", "fax"], "known are email"),
    "agenda as a note": (["draft", CASE, "--kind", "agenda", "--channel", "linkedin-note"], "agenda goes by email"),
    "thanks as a message": (["draft", CASE, "--kind", "thank-you", "--channel", "message"], "only first-contact"),
    "premium mail": (["draft", CASE, "--kind", "first-contact", "--premium"], "--premium goes with --channel"),
    "neither case nor mentor": (["draft", "--kind", "agenda"], "--mentor NAME"),
    "both case and mentor": (["draft", CASE, "--mentor", "Siiri", "--kind", "agenda"], "either"),
    "seed nought": (["draft", CASE, "--kind", "agenda", "--seed", "0"], "1 to 2147483647"),
    "seed too large": (["draft", CASE, "--kind", "agenda", "--seed", "2147483648"], "1 to 2147483647"),
    "seed far too large": (["draft", CASE, "--kind", "agenda", "--seed", "9" * 5000], "1 to 2147483647"),
    "seed as word": (["draft", CASE, "--kind", "agenda", "--seed", "1_000"], "1_000"),
    "negative seed": (["draft", CASE, "--kind", "agenda", "--seed=-3"], "-3"),
    "date as words": (["draft", CASE, "--kind", "agenda", "--today", "tomorrow"], "2026-12-03"),
    "compact date": (["draft", CASE, "--kind", "agenda", "--today", "20261203"], "2026-12-03"),
    "no such day": (["draft", CASE, "--kind", "agenda", "--today", "2026-02-30"], "calendar"),
    "year mistyped": (["due", "--today", "0206-12-03"], "a day from 1900 to 2199, not “0206-12-03”"),
    "end of the calendar": (["log", "Siiri", "sent", "--date", "9999-12-31"], "a day from 1900 to 2199"),
    "model and none": (["draft", CASE, "--kind", "agenda", "--model", "tiny", "--no-model"], "not allowed with"),
    "a reply from a case": (["draft", CASE, "--kind", "reply"], "`outreach import"),
    "purpose of an agenda": (["draft", CASE, "--kind", "agenda", "--as", "move"], "--as goes with --kind reply"),
    "no such purpose": (["draft", "--mentor", "Siiri", "--kind", "reply", "--as", "accept"], "known are take, decline"),
    "reason to take a time": (
        ["draft", "--mentor", "Siiri", "--kind", "reply", "--as", "take", "--because", "x"],
        "--because goes with",
    ),
    "reason without a purpose": (["draft", "--mentor", "Siiri", "--kind", "reply", "--because", "x"], "--as decline"),
    "empty reason": (["draft", "--mentor", "S", "--kind", "reply", "--as", "move", "--because", " "], "is empty"),
    "news in a reply": (["draft", "--mentor", "Siiri", "--kind", "reply", "--news", "x"], "--news goes with follow-up"),
    "force without out": (["draft", CASE, "--kind", "agenda", "--force"], "--out"),
    "abbreviated option": (["draft", CASE, "--kind", "agenda", "--no-mod"], "--no-mod"),
    "unknown option": (["draft", CASE, "--kind", "agenda", "--tone", "warm"], "--tone"),
    "unknown command": (["drft"], "perhaps “draft”"),
    "nearly a kind": (["draft", CASE, "--kind", "first_contact"], "perhaps “first-contact”"),
    "part of a channel": (
        ["draft", CASE, "--kind", "first-contact", "--channel", "LinkedIn"],
        "perhaps “linkedin-note”",
    ),
    "option of no command": (["facts", "Siiri", "--edit", "3"], "`outreach facts --help`"),
    "facts of nobody": (["facts"], "MENTOR"),
    "fact as word": (["facts", "Siiri", "--drop", "three"], "the number of a fact, not “three”"),
    "fact below nought": (["facts", "Siiri", "--drop", "-3"], "not “-3”"),
    "words without a number": (["facts", "Siiri", "--reword", "3"], "--reword"),
    "two changes": (["facts", "Siiri", "--drop", "1", "--add", "x"], "not allowed with"),
    "facts of a stranger": (["facts", "Siiri", "--drop", "1"], "There is no mentor “Siiri”"),
    "prompts without an action": (["prompts"], "ACTION"),
    "unknown action": (["prompts", "lst"], "perhaps “list”"),
    "prompt without a name": (["prompts", "edit", ""], "There is no prompt “”"),
    "prompt elsewhere": (["prompts", "show", "../../etc/passwd"], "There is no prompt"),
    "no such case": (["draft", "none.toml", "--kind", "agenda"], "none.toml: there is no such file"),
    "import without a case": (["import"], "CASE.toml"),
    "import of nothing": (["import", "none.toml"], "none.toml: there is no such file"),
    "a folder as case": (["draft", ".", "--kind", "agenda"], "is a folder"),
    "a folder as out": (["draft", CASE, "--kind", "agenda", "--out", "."], "--out .: is a folder"),
    "out in no folder": (["draft", CASE, "--kind", "agenda", "--out", "no/where.md"], "there is no folder no"),
    "out that exists": (["draft", CASE, "--kind", "agenda", "--out", CASE], "exists already"),
}


@pytest.mark.parametrize(("args", "said"), WRONG.values(), ids=WRONG.keys())
@pytest.mark.parametrize("as_json", [False, True])
def test_wrong_usage_is_told_on_standard_error_alone(
    run: RunMain, cases: Path, args: list[str], said: str, as_json: bool
) -> None:
    """Exit 2, standard output empty, the words name what is wrong."""
    case = str(cases / "luthier-peer.toml")
    before = Path(case).read_bytes()
    args = [case if arg == CASE else arg for arg in args]
    done = run(*args, *(["--json"] if as_json and args[0] == "draft" else []))
    assert done.status == 2
    assert done.out == ""
    assert done.err.startswith("outreach: ")
    assert said in done.err
    assert "Traceback" not in done.err
    assert Path(case).read_bytes() == before


BAD_CASES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "the file is empty"),
    "not UTF-8": (b'[mentee]\nname = "Ren\xe9"\n', "not UTF-8: byte 21, in line 2"),
    "not TOML": (b"Dear Jonas", "is not TOML"),
    "unknown key": (
        b'[mentee]\nname = "G"\ngoals = ["a"]\nrole_ = ""\n',
        "mentee.role_ is unknown. \nDid you mean role",
    ),
    "missing field": (b'[mentee]\nname = "G"\ngoals = ["a"]\n', "mentor.name is missing"),
    "wrong type": (b'[mentee]\nname = "G"\ngoals = "a"\n', "mentee.goals must be a list of texts"),
    "too long": (b"#" * 1_048_577, "is too long"),
    "NUL in a name": (b'[mentee]\nname = "G\\u0000"\ngoals = ["a"]\n', "mentee.name must be one line"),
}


@pytest.mark.parametrize(("content", "said"), BAD_CASES.values(), ids=BAD_CASES.keys())
@pytest.mark.parametrize("command", ["draft", "import"])
def test_a_file_that_is_no_case_is_told(run: RunMain, tmp_path: Path, content: bytes, said: str, command: str) -> None:
    """Exit 2 with file and field, and neither a draft nor a store comes of it."""
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    done = run(command, path, *(["--kind", "first-contact", "--json"] if command == "draft" else []))
    assert (done.status, done.out) == (2, "")
    assert str(path) in done.err
    assert said.replace(" \n", "\n") in done.err
    assert not (tmp_path / "home" / "outreach.json").exists()


def test_control_characters_of_a_file_do_not_reach_the_terminal(run: RunMain, tmp_path: Path) -> None:
    """A key may hold an escape sequence; the error shows it harmless."""
    path = tmp_path / "bad.toml"
    path.write_text('[mentee]\n"\\u001b]52;c;x\\u0007" = 1\n', encoding="utf-8")
    done = run("import", path)
    assert "is unknown" in done.err
    assert "\x1b" not in done.err
    assert "\x07" not in done.err


def test_bad_input_through_a_real_process(outreach_cli: OutreachCli, tmp_path: Path) -> None:
    """As users meet it."""
    path = tmp_path / "bad.toml"
    path.write_text('[mentee]\nname = "G"\ngoals = ["a"]\n[mentor]\nname = "J"\nbackground = "b"\n', encoding="utf-8")
    done = outreach_cli("draft", path, "--kind", "agenda", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"outreach: {path}: meeting.minutes is missing")
    assert outreach_cli("--no-such").returncode == 2


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["draft", "--help"], ["models", "--help"]])
def test_help_and_version_are_quick(args: list[str]) -> None:
    """They import none of the large libraries."""
    program = """
import sys
from outreach.cli import main
status = main(sys.argv[1:])
slow = {"textual", "rich", "llama_cpp", "numpy", "tinydb", "jinja2", "huggingface_hub"} & set(sys.modules)
sys.exit(f"imported: {slow}" if slow else status)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, "-c", program, *args], capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_version_and_help_say_what_they_should(run: RunMain) -> None:
    """The version; the commands with examples."""
    assert run("--version").out == f"outreach {outreach.__version__}\n"
    shown = run("--help").out
    for word in ("draft", "import", "mentors", "models", "examples:", "exit status:"):
        assert word in shown
    assert "--seed" in run("draft", "--help").out


def test_a_reader_that_goes_away_is_no_error(cases: Path) -> None:
    """``outreach … | head -0`` stays quiet."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    reader, writer = os.pipe()
    os.close(reader)
    for args in (["--help"], ["models", "list"]):
        done = subprocess.run(
            [sys.executable, "-m", "outreach", *args],
            stdout=writer,
            stderr=subprocess.PIPE,
            env=environment,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
    os.close(writer)


def test_standard_output_is_utf8_on_every_machine(outreach_cli: OutreachCli) -> None:
    """Also where the locale says otherwise."""
    done = outreach_cli("draft", "--help", env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"})
    assert "Tomasz Zieliński" in done.stdout


def test_an_empty_store_lists_nothing(run: RunMain) -> None:
    """Not an error."""
    assert json.loads(run("mentors", "--json").out) == []
    done = run("mentors")
    assert (done.status, done.out) == (0, "")
    assert "No mentors yet" in done.err
