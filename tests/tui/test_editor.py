"""The user's own editor, as a real process in a real terminal."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

import pexpect
import pytest
from textual.app import App

from outreach.tui.compose.external_editor import edit

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the editors are shell scripts")

# An app that edits with one editor after the other, and keeps what came of each.
APP = """
import json, os, sys
from pathlib import Path
from textual.app import App
from outreach.tui.compose.external_editor import edit

class Editing(App[None]):
    def on_mount(self):
        self.call_after_refresh(self.run_all)

    def run_all(self):
        said, found = [], []
        self.notify = lambda text, **how: said.append(text)
        for editor in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
            os.environ["EDITOR"] = editor
            found.append([edit(self, "Dear Ann,\\n\\nHello.\\n", ".md"), said.copy()])
            said.clear()
        Path(sys.argv[2]).write_text(json.dumps(found), encoding="utf-8")
        self.exit()

Editing().run()
"""


def _editor(folder: Path, name: str, script: str) -> str:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return f"'{file}' --wait"


def test_a_text_is_edited_in_ones_own_editor_and_kept_where_that_goes_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words behind the command are given to it; the file is private, and gone afterwards."""
    folder = tmp_path / "my tools"
    folder.mkdir()
    log = tmp_path / "log"
    editors = [
        _editor(folder, "adds", f'ls -l "$2" > "{log}"; echo "$1 $2" >> "{log}"; echo "More." >> "$2"'),
        _editor(folder, "windows", r"""printf '\357\273\277Dear \033[31mBo\007,\r\n\r\nHi.\r\n' > "$2" """),
        _editor(folder, "fails", 'echo changed > "$2"; exit 3'),
        _editor(folder, "abandons", "exit 1"),
        _editor(folder, "interrupted", 'kill -INT $PPID; sleep 0.1; echo "Still here." > "$2"'),
        _editor(folder, "removes", 'rm "$2"'),
        _editor(folder, "looks", "exit 0"),
        str(tmp_path / "missing"),
    ]
    names, found = tmp_path / "editors", tmp_path / "found"
    names.write_text(json.dumps(editors), encoding="utf-8")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    child = pexpect.spawn(sys.executable, ["-c", APP, str(names), str(found)], dimensions=(24, 80), timeout=60)
    child.expect(pexpect.EOF)
    child.close()

    adds, windows, fails, abandons, interrupted, removes, looks, missing = json.loads(found.read_text(encoding="utf-8"))
    assert adds == ["Dear Ann,\n\nHello.\n\nMore.", []]
    assert windows == ["Dear Bo,\n\nHi.", []]
    assert fails[0] is None
    told, _, kept = fails[1][0].rstrip(".").rpartition(" ")
    assert told.endswith("ended with an error. The text is as it was; what you wrote is in")
    assert (Path(kept) / "draft.md").read_text(encoding="utf-8") == "changed\n"
    assert abandons[0] is None
    assert abandons[1][0].endswith("ended with an error. The text is as it was.")
    assert interrupted == ["Still here.", []]
    assert removes == [None, ["The file was gone when the editor ended. The text is as it was."]]
    assert looks[0] is None
    assert "was back at once" in looks[1][0]
    assert missing[0] is None
    assert "did not start: No such file or directory." in missing[1][0]
    rights, called = log.read_text(encoding="utf-8").splitlines()
    assert rights.startswith("-rw------- ")
    assert called.startswith("--wait ")
    assert called.endswith(".md")
    assert [str(each) for each in tmp_path.glob("outreach-*")] == [kept]


async def _in_no_terminal(said: list[str]) -> None:
    app = App[None]()
    async with app.run_test():
        app.notify = lambda text, **how: said.append(text)  # type: ignore[method-assign]
        assert edit(app, "Dear Ann,") is None


@pytest.mark.parametrize(("editor", "told"), [("true", "cannot be handed"), ("", "No editor was found.")])
def test_where_no_editor_can_run_the_text_stays(monkeypatch: pytest.MonkeyPatch, editor: str, told: str) -> None:
    """No terminal to hand over, or no editor to hand it to."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    if not editor:
        monkeypatch.setenv("PATH", "")
    said: list[str] = []
    asyncio.run(_in_no_terminal(said))
    assert told in said[0]
