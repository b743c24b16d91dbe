"""Importing cases, listing mentors, and naming one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from outreach.cli.people import find_mentor
from outreach.domain.errors import BadInput
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentor
from outreach.settings import Paths
from outreach.store.store import Store
from tests.cli.conftest import RunMain


def _stored() -> bytes:
    return Paths.of_user().store_file.read_bytes()


def test_importing_twice_changes_nothing(run: RunMain, cases: Path) -> None:
    """The second time says so, and leaves the file as it was, byte for byte."""
    for name in ("archivist-reverse", "beekeeper-cold", "luthier-peer", "signalling-introduced"):
        path = cases / f"{name}.toml"
        first = run("import", path)
        assert (first.status, first.out.splitlines()[0].startswith("mentor added: ")) == (0, True)
        before = _stored()
        second = run("import", path)
        assert second.out.splitlines()[0].startswith("mentor unchanged: ")
        assert _stored() == before
    listed = json.loads(run("mentors", "--json").out)
    assert [(one["name"], one["relationship"], one["meetings"], one["drafts"]) for one in listed] == [
        ("Agnieszka Wrzos", "introduced", 1, 0),
        ("Catriona MacAskill", "peer", 1, 0),
        ("Inés Valderrama", "reverse", 1, 0),
        ("Siiri Mäkelä-Otieno", "cold", 1, 0),
    ]
    keys = "id name organisation relationship meetings drafts stage last_contact"
    assert list(listed[0]) == keys.split()
    assert len(run("mentors").out.splitlines()) == 4


def test_the_mentee_stays_unless_asked(run: RunMain, cases: Path) -> None:
    """--as-me takes the file's mentee over; else the first import's stays, and that is told."""
    assert "mentee added: Wanjiru Kamau" in run("import", cases / "beekeeper-cold.toml").out
    kept = run("import", cases / "luthier-peer.toml")
    assert "mentee kept: Wanjiru Kamau" in kept.out
    assert "--as-me" in kept.err
    assert "mentee updated: Bartók-Nagy Zsófia" in run("import", cases / "luthier-peer.toml", "--as-me").out
    assert "mentee unchanged" in run("import", cases / "luthier-peer.toml", "--as-me").out


def test_an_import_while_the_app_is_open_is_refused(run: RunMain, cases: Path) -> None:
    """Exit 4, and nothing is written."""
    store = Store(Paths.of_user().store_file)
    done = run("import", cases / "luthier-peer.toml")
    assert (done.status, done.out) == (4, "")
    assert "Another Outreach is open" in done.err
    assert store.mentorships() == []
    store.close()


MENTORS = [
    Mentorship(f"{number:x}" * 32, Mentor(name, "b", organisation=organisation))
    for number, (name, organisation) in enumerate(
        [
            ("Łucja Zieliński", "A"),
            ("Tomasz Zieliński", "B"),
            ("Ann Lee", "C"),
            ("Anna Berg", "D"),
            ("José Ruiz", "E"),
            ("Jose Ruiz", "F"),
            ("Bo Ek", "G"),
            ("Bo Ek", "H"),
            ("Tenzin", ""),
        ],
        start=1,
    )
]


@pytest.mark.parametrize(
    ("name", "organisation"),
    [
        ("Tomasz Zieliński", "B"),
        ("tomasz  zielinski", "B"),
        ("TOM", "B"),
        ("lucja", "A"),
        ("Ann", "C"),
        ("Anna", "D"),
        ("José Ruiz", "E"),
        ("jose ruiz", "F"),
        ("Berg", "D"),
        ("8" * 8, "H"),
        ("tenzin", ""),
    ],
)
def test_a_mentor_is_named_by_what_is_clear(name: str, organisation: str) -> None:
    """Exact, first name, beginning, another word, id; case and accents do not matter where they need not."""
    assert find_mentor(MENTORS, name).mentor.organisation == organisation


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Zieli", ["Łucja Zieliński, A", "Tomasz Zieliński, B"]),
        ("Bo Ek", ["Bo Ek, G (id 77777777)", "Bo Ek, H (id 88888888)"]),
        ("An", ["Ann Lee", "Anna Berg"]),
        ("Josef", ["no mentor", "Known are"]),
        (" ", ["no mentor"]),
        ("\u0301", ["no mentor"]),
    ],
)
def test_a_name_that_is_not_clear_lists_who_is_meant(name: str, listed: list[str]) -> None:
    """Wrong usage, with what would help."""
    with pytest.raises(BadInput) as caught:
        find_mentor(MENTORS, name)
    for words in listed:
        assert words in str(caught.value)
