"""``outreach review`` and ``outreach rules``, as a user calls them."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from outreach.review.rule import rules
from tests.cli.conftest import RunMain

GOOD = """Subject: A question about queens

Hello Siiri,

I read your 2003 winter loss report. My goal is to rear queens for sale by March 2028, and you bred bees in Machakos for
colonies that stay put in a dry season.

Would you have 25 minutes for a call about grafting? If not, a line by email helps me as well.

Thank you for reading this.

Best wishes,
Wanjiru
"""


@pytest.fixture
def case(cases: Path) -> Path:
    """A case of a first contact."""
    return cases / "beekeeper-cold.toml"


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    """A file to write a mail into."""
    return tmp_path / "mail.txt"


def test_a_finding_is_told_like_a_compilers(run: RunMain, mail: Path, case: Path) -> None:
    """File, line and column, level and rule, one a line; the status is 1."""
    mail.write_text(GOOD.replace("Would you", "In Bratislava it rained. Would you"), encoding="utf-8")
    got = run("review", mail, "--case", case)
    assert got.status == 1
    lines = got.out.splitlines()
    assert all(re.match(rf"{re.escape(str(mail))}:\d+:\d+: (fail|warn|info) [A-Z]\d+: .", line) for line in lines)
    assert any(line.startswith(f"{mail}:8:4: fail R18: “Bratislava”") for line in lines)
    assert "Not ready: 1 to fix" in got.err
    assert "Score" in got.err


def test_a_good_mail_is_ready(run: RunMain, mail: Path, case: Path) -> None:
    """The status is 0 when nothing fails; the score has its reasons."""
    mail.write_text(GOOD, encoding="utf-8")
    got = run("review", mail, "--case", case)
    assert got.status == 0, got.out
    assert "fail" not in got.out
    assert got.err.startswith("Ready")
    assert re.search(r"^Score \d+ of 100", got.err, re.MULTILINE)


def test_without_a_case_grounding_is_not_checked_and_it_says_so(run: RunMain, mail: Path) -> None:
    """One note, and the rules that need no case."""
    mail.write_text(GOOD.replace("Siiri", "[name]"), encoding="utf-8")
    got = run("review", mail)
    assert got.status == 1
    assert got.out.count("info R18: Grounding not checked") == 1
    assert ":3:7: fail R17" in got.out


def test_standard_input_is_read(run: RunMain, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads it; lines end as they do on Windows."""
    data = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfSubject: Hives\r\n\r\nHello,\r\nTBD\r\n"), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", data)
    got = run("review", "-")
    assert got.status == 1
    assert "<stdin>:4:1: fail R17: “TBD”" in got.out
    monkeypatch.setattr(sys, "stdin", None)
    closed = run("review", "-")
    assert (closed.status, closed.out) == (2, "")
    assert "<stdin>: cannot be read (it is closed)." in closed.err


def test_json_has_places_reasons_and_what_was_traced(run: RunMain, mail: Path, case: Path) -> None:
    """Places count from the body, line and column from the file."""
    mail.write_text(GOOD.replace("25 minutes", "47 minutes"), encoding="utf-8")
    got = run("review", mail, "--case", case, "--json")
    told = json.loads(got.out)
    body = GOOD.replace("25 minutes", "47 minutes").split("\n\n", 1)[1]
    wrong = next(finding for finding in told["findings"] if finding["rule"] == "R18")
    assert body[wrong["start"] : wrong["end"]].startswith("47")
    assert (wrong["line"], wrong["column"]) == (8, 16)
    assert told["score"] == 100 - sum(one["points"] for one in told["deductions"])
    assert any("Machakos" in one["text"] for one in told["grounded"])
    assert all(one["facts"] for one in told["grounded"])
    assert 0 < told["authorship"]["share"] < 1
    assert all(0 <= start < end <= len(body) for start, end in told["authorship"]["places"])
    assert got.status == 1
    assert not told["ready"]


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b" \n\n", "is empty"), (b"\xff\xfe\x00", "not UTF-8"), (b"x" * 1_048_577, "larger than 1 MB")],
)
def test_a_file_that_is_no_message_is_named(run: RunMain, mail: Path, content: bytes, said: str) -> None:
    """Status 2, and standard output stays empty."""
    mail.write_bytes(content)
    got = run("review", mail)
    assert (got.status, got.out) == (2, "")
    assert str(mail) in got.err
    assert said in got.err


def test_wrong_use_exits_2(run: RunMain, mail: Path, case: Path, tmp_path: Path) -> None:
    """No file, a folder, no such kind, a case without what the kind needs."""
    mail.write_text(GOOD, encoding="utf-8")
    for args in (
        ["review"],
        ["review", tmp_path / "none.txt"],
        ["review", tmp_path],
        ["review", mail, "--kind", "poem"],
        ["review", mail, "--channel", "fax"],
        ["review", mail, "--case", tmp_path / "none.toml"],
        ["review", mail, "--case", case, "--mentor", "Siiri"],
        ["rules", "R99"],
        ["rules", "--set", "off"],
        ["rules", "R27", "--set", "loud"],
    ):
        got = run(*args)
        assert (got.status, got.out) == (2, ""), args
        assert "Traceback" not in got.err


def test_a_mentor_of_the_app_can_be_the_case(run: RunMain, mail: Path, case: Path) -> None:
    """What the app knows serves as the case."""
    mail.write_text(GOOD.replace("25 minutes", "47 minutes"), encoding="utf-8")
    assert run("import", case).status == 0
    got = run("review", mail, "--mentor", "Siiri")
    assert got.status == 1
    assert "fail R18" in got.out


def test_a_long_note_fails_on_a_free_account_only(run: RunMain, mail: Path) -> None:
    """200 characters, or 300 for those who pay."""
    note = "Hello Siiri, I keep bees on a roof. " + "The wind is part of it and so is the noon heat. " * 5
    mail.write_text(note[:240].strip() + "\n", encoding="utf-8")
    assert "fail L1" in run("review", mail, "--channel", "linkedin-note").out
    assert "fail L1" not in run("review", mail, "--channel", "linkedin-note", "--premium").out


def test_the_rules_are_listed_with_their_sources(run: RunMain) -> None:
    """Every rule, and when numbers and lists were checked."""
    got = run("rules")
    assert got.status == 0
    for identity, rule in rules().items():
        assert re.search(rf"^{identity}\s+{rule.level.value}\s+{re.escape(rule.title)}$", got.out, re.MULTILINE), (
            identity
        )
    assert "checked on 2026-" in got.out
    listed = json.loads(run("rules", "--json").out)
    assert [one["id"] for one in listed] == list(rules())


def test_a_rule_explains_itself(run: RunMain) -> None:
    """Why, sources, a good and a bad example; the id may be typed small."""
    got = run("rules", "r3")
    assert got.status == 0
    rule = rules()["R3"]
    for text in (rule.title, *rule.sources, "Good:", "Bad:", "fail, 15 points"):
        assert text in got.out
    assert json.loads(run("rules", "R3", "--json").out)["good"] == rule.good.strip()


def test_a_rule_can_be_switched_off_and_back(run: RunMain, mail: Path) -> None:
    """It stays so; the listing marks it."""
    mail.write_text("Subject: Hives\n\nHello Ms Öberg, may I ask you about TBD?\n", encoding="utf-8")
    assert "R17" in run("review", mail).out
    assert run("rules", "R17", "--set", "off").status == 0
    assert "R17" not in run("review", mail).out
    assert re.search(r"^R17 off\s*\*", run("rules").out, re.MULTILINE)
    assert run("rules", "R17", "--set", "warn").status == 0
    assert "warn R17" in run("review", mail).out
    assert run("rules", "R17", "--set", "default").status == 0
    assert "fail R17" in run("review", mail).out


def test_settings_with_an_unknown_rule_are_named(run: RunMain, mail: Path) -> None:
    """The file, the key, and what would be right."""
    mail.write_text("Hello.\n", encoding="utf-8")
    assert run("rules", "R17", "--set", "off").status == 0
    from outreach.settings import Paths

    file = Paths.of_user().settings_file
    for text, said in (
        ('[rules]\nR99 = "off"\n', "R99"),
        ('[rules]\nR17 = "loud"\n', "loud"),
        ("rules = 3\n", "rules"),
        ("[rules]\nR17 = 1\n", "rules"),
    ):
        file.write_text(text, encoding="utf-8")
        got = run("review", mail)
        assert (got.status, got.out) == (2, "")
        assert str(file) in got.err
        assert said in got.err


README = Path(__file__).parents[2] / "README.md"
SAMPLE = Path(__file__).parents[2] / "prompts" / "sample.toml"


def test_the_readme_shows_what_is_printed(run: RunMain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its sample findings are those of a mail against the sample case."""
    monkeypatch.chdir(tmp_path)
    Path("mail.txt").write_text(
        "Subject: A question about forms\n\nDear Dr Lindqvist,\n\n"
        "I read your paper “Twelve clicks”. You cut the admission form from 94 questions to 37.\n\n"
        "Sorry to bother you, but would you have 20 minutes for a call? "
        "A short answer by email would be just as welcome."
        "\n\nThank you,\nGrace\n",
        encoding="utf-8",
    )
    shown = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("mail.txt:")]
    assert len(shown) == 2
    told = run("review", "mail.txt", "--case", SAMPLE).out.splitlines()
    assert set(shown) <= set(told), told


def test_what_a_text_holds_cannot_command_the_terminal(run: RunMain, mail: Path) -> None:
    """No escape sequence and no line break of the text stands in a finding."""
    mail.write_text("Hello [\x1b[31mName] and <|a\nb|>.\n", encoding="utf-8")
    got = run("review", mail)
    assert "\x1b" not in got.out
    assert all(line.startswith(str(mail)) for line in got.out.splitlines())


def test_a_rule_that_is_off_says_nothing_at_all(run: RunMain, mail: Path) -> None:
    """Not even that it was not checked; what it is set to can be had as JSON."""
    mail.write_text("Hello.\n", encoding="utf-8")
    assert json.loads(run("rules", "r18", "--set", "off", "--json").out)["level"] == "off"
    assert "R18" not in run("review", mail).out
