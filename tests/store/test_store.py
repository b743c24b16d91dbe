"""People and drafts in a real TinyDB file."""

from __future__ import annotations

import datetime as dt
import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from outreach.domain.case import Meeting
from outreach.domain.draft import Draft, Kind, Revision
from outreach.domain.errors import BadInput, StoreUnusable
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor
from outreach.store.store import Store

ME = Mentee("Grace Adeyemi", ("Move into informatics",))
JONAS = Mentorship("", Mentor("Jonas Lindqvist", "Nurse, then informatics.", organisation="Västra Sjukhuset"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "outreach.json"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    opened = Store(path)
    yield opened
    opened.close()


def test_a_new_store_is_empty(store: Store) -> None:
    """No mentee, no mentors, nothing recovered."""
    assert store.mentee() is None
    assert store.mentorships() == []
    assert store.recovered == ""


def test_what_was_saved_is_there_after_opening_again(store: Store, path: Path) -> None:
    """Mentee, mentorship, meetings and drafts."""
    store.save_mentee(ME)
    saved = store.save_mentorship(replace(JONAS, meetings=(Meeting(date=dt.date(2026, 12, 9), notes="a\nb"),)))
    draft = store.save_draft(
        Draft("", saved.id, Kind.AGENDA, meeting_id=saved.meetings[0].id, revisions=(Revision("s", "b"),))
    )
    store.close()
    again = Store(path)
    assert again.mentee() == ME
    assert again.mentorships() == [saved]
    assert again.mentorship(saved.id) == saved
    assert again.drafts(saved.id) == [draft]
    assert again.draft(draft.id) == draft
    again.close()


def test_saving_fills_in_ids_and_sorts_meetings(store: Store) -> None:
    """Ids stay once given; a meeting without a date is still to come."""
    days = [dt.date(2027, 1, 5), None, dt.date(2026, 12, 9)]
    saved = store.save_mentorship(replace(JONAS, meetings=tuple(Meeting(date=day) for day in days)))
    assert [meeting.date for meeting in saved.meetings] == [days[2], days[0], None]
    assert len({saved.id, *(meeting.id for meeting in saved.meetings)}) == 4
    assert store.save_mentorship(saved) == saved
    assert store.mentorships() == [saved]


def test_mentors_come_by_name(store: Store) -> None:
    """Whatever their case."""
    for name in ("lena", "Änne", "Bo", "abe"):
        store.save_mentorship(Mentorship("", Mentor(name, "b")))
    assert [one.mentor.name for one in store.mentorships()] == ["abe", "Bo", "lena", "Änne"]


def test_drafts_come_newest_first_with_their_times(store: Store) -> None:
    """Revisions without a time get one in UTC; a draft saved again moves to the front."""
    mentorship = store.save_mentorship(JONAS)
    before = dt.datetime.now(dt.UTC)
    first = store.save_draft(Draft("", mentorship.id, Kind.AGENDA, revisions=(Revision("1", "b"),)))
    second = store.save_draft(Draft("", mentorship.id, Kind.AGENDA, revisions=(Revision("2", "b"),)))
    assert store.drafts(mentorship.id) == [second, first]
    assert first.current.saved is not None
    assert before <= first.current.saved <= dt.datetime.now(dt.UTC)
    again = store.save_draft(replace(first, revisions=(*first.revisions, Revision("3", "b"))))
    assert again.revisions[0] == first.revisions[0]
    assert store.drafts(mentorship.id) == store.all_drafts() == [again, second]


def test_removing_a_mentor_removes_the_drafts(store: Store) -> None:
    """And leaves other mentors alone; twice is as once."""
    gone, stays = store.save_mentorship(JONAS), store.save_mentorship(Mentorship("", Mentor("Bo", "b")))
    for one in (gone, stays):
        store.save_draft(Draft("", one.id, Kind.AGENDA, revisions=(Revision("s", "b"),)))
    store.remove_mentorship(gone.id)
    store.remove_mentorship(gone.id)
    assert store.mentorships() == [stays]
    assert store.drafts(gone.id) == []
    assert store.all_drafts() == store.drafts(stays.id)
    assert len(store.drafts(stays.id)) == 1
    with pytest.raises(BadInput, match="no mentor"):
        store.save_draft(Draft("", gone.id, Kind.AGENDA))
    with pytest.raises(BadInput, match="no mentor"):
        store.mentorship(gone.id)


def test_pasted_oddities_come_back(store: Store) -> None:
    """Control characters, bidi marks and mark-up as typed; half a surrogate pair replaced."""
    odd = "\x00\x1b[31m\u202e [/docs] [@click=app.quit] <|im_end|> \U0001f600"
    saved = store.save_mentorship(Mentorship("", Mentor("J", f"{odd}\ud800")))
    assert store.mentorship(saved.id).mentor.background == f"{odd}\ufffd"


def test_objects_that_were_handed_out_do_not_change_the_store(store: Store) -> None:
    """Every call reads anew."""
    saved = store.save_mentorship(JONAS)
    assert store.mentorship(saved.id) is not store.mentorship(saved.id)


def test_threads_may_share_a_store(store: Store) -> None:
    """Eight threads save ten drafts each, and none is lost."""
    mentorship = store.save_mentorship(JONAS)

    def save() -> None:
        for _ in range(10):
            store.save_draft(Draft("", mentorship.id, Kind.AGENDA, revisions=(Revision("s", "b"),)))

    threads = [threading.Thread(target=save) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({draft.id for draft in store.drafts(mentorship.id)}) == 80


def test_a_second_outreach_is_refused(store: Store, path: Path) -> None:
    """In this process and in another; after closing it may open."""
    with pytest.raises(StoreUnusable, match="Another Outreach is open") as caught:
        Store(path)
    assert caught.value.exit_code == 4
    program = "import sys, pathlib; from outreach.store.store import Store; Store(pathlib.Path(sys.argv[1])).close()"
    command = [sys.executable, "-c", program, str(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}
    refused = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    assert "Another Outreach is open" in refused.stderr
    threading.Thread(target=store.close).start()
    while True:
        try:
            Store(path).close()
        except StoreUnusable:
            continue
        break
    assert subprocess.run(command, env=environment, check=False).returncode == 0


def test_a_closed_store_says_so(store: Store) -> None:
    """Closing twice is fine; using it after is not."""
    store.close()
    store.close()
    with pytest.raises(StoreUnusable, match="closed"):
        store.mentee()


@pytest.mark.skipif(os.name == "nt", reason="modes are of POSIX")
def test_only_the_user_can_read_it(store: Store, path: Path) -> None:
    """The folder is 0700, each file 0600."""
    store.save_mentee(ME)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


def test_the_last_three_states_are_kept(store: Store, path: Path) -> None:
    """As .bak, .bak2 and .bak3, the newest first."""
    for number in range(6):
        store.save_mentee(replace(ME, goals=(str(number),)))
    kept = [
        json.loads(path.with_name(f"outreach.json.bak{n}").read_bytes())["mentee"]["1"]["goals"] for n in ("", 2, 3)
    ]
    assert kept == [["4"], ["3"], ["2"]]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut in half": lambda content: content[: len(content) // 2],
    "empty": lambda _content: b"",
    "not UTF-8": lambda content: content.replace(b"Grace", b"Gr\xffce"),
    "a list": lambda _content: b"[]",
    "no tables": lambda _content: b'{"meta": 1}',
    "rows that are none": lambda _content: b'{"meta": {"1": {"schema": 1}}, "mentee": {"one": {}}}',
    "no schema": lambda _content: b"{}",
    "trailing bytes": lambda content: content + b"}",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_file_is_kept_and_the_newest_good_backup_used(path: Path, damage: Callable[[bytes], bytes]) -> None:
    """The damaged bytes stay beside it, and the user is told."""

    store = Store(path)
    store.save_mentee(replace(ME, goals=("before",)))
    store.save_mentee(ME)
    store.close()
    bad = damage(path.read_bytes())
    path.write_bytes(bad)
    again = Store(path)
    mentee = again.mentee()
    assert mentee is not None
    assert mentee.goals == ("before",)
    aside = list(path.parent.glob("outreach.json.corrupt-*"))
    assert [file.read_bytes() for file in aside] == [bad]
    assert aside[0].name in again.recovered
    assert "backup" in again.recovered
    again.close()
    third = Store(path)
    assert third.recovered == ""
    third.close()


def test_bad_backups_are_passed_over(path: Path) -> None:
    """The second newest is used where the newest is damaged too; with none left, the store starts empty and says so."""
    store = Store(path)
    for goal in ("1", "2", "3"):
        store.save_mentee(replace(ME, goals=(goal,)))
    store.close()
    path.write_bytes(b"{")
    path.with_name("outreach.json.bak").write_bytes(b"{")
    again = Store(path)
    assert again.mentee() == replace(ME, goals=("1",))
    again.close()
    for file in path.parent.glob("outreach.json*"):
        file.write_bytes(b"{")
    last = Store(path)
    assert last.mentee() is None
    assert "starts empty" in last.recovered
    last.close()


def test_a_file_that_is_damaged_while_open_is_not_overwritten(store: Store, path: Path) -> None:
    """The next save fails in words, and the bytes stay."""
    store.save_mentee(ME)
    path.write_bytes(b'{"mentee": {"1"')
    with pytest.raises(StoreUnusable, match="was damaged"):
        store.save_mentee(ME)
    assert path.read_bytes() == b'{"mentee": {"1"'


def test_a_store_of_a_newer_outreach_is_left_alone(path: Path) -> None:
    """It is refused, and stays byte for byte; the lock is free again."""
    path.parent.mkdir()
    newer = b'{"meta": {"1": {"schema": 2, "app": "9.0"}}}'
    path.write_bytes(newer)
    for _ in range(2):
        with pytest.raises(StoreUnusable, match="newer Outreach"):
            Store(path)
    assert path.read_bytes() == newer


def test_an_entry_that_does_not_fit_is_told(store: Store, path: Path) -> None:
    """Nothing is guessed, and nothing thrown away."""
    store.save_mentee(ME)
    path.write_bytes(path.read_bytes().replace(b'"signs_as"', b'"signed_as"'))
    with pytest.raises(StoreUnusable, match="Mentee: unknown signed_as"):
        store.mentee()


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    """A file where the folder should be, and a folder where the file should be."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreUnusable, match="cannot be used"):
        Store(tmp_path / "file" / "outreach.json")
    (tmp_path / "outreach.json").mkdir()
    with pytest.raises(StoreUnusable, match="cannot be used"):
        Store(tmp_path / "outreach.json")


def test_left_over_temporary_files_go_at_the_start(store: Store, path: Path) -> None:
    """They are of a process that died in the middle of a write."""
    store.close()
    left = path.with_name(".outreach.json.4711.tmp")
    left.write_bytes(b"half")
    Store(path).close()
    assert not left.exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_store_that_is_a_link_stays_one(tmp_path: Path) -> None:
    """Saving writes where the link points, and two homes with links to one file share its lock."""
    real = tmp_path / "real" / "store.json"
    link = tmp_path / "home" / "outreach.json"
    Store(real).close()
    link.parent.mkdir()
    link.symlink_to(real)
    store = Store(link)
    store.save_mentee(ME)
    with pytest.raises(StoreUnusable):
        Store(real)
    store.close()
    assert link.is_symlink()
    again = Store(real)
    assert again.mentee() == ME
    again.close()
