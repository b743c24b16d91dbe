"""Copying with real tools on the path: shell scripts that keep what they get, fail, or hang."""

from __future__ import annotations

import base64
import os
import subprocess
import time
from pathlib import Path

import pytest

from outreach.tui.compose.clipboard import copy_with_tmux, copy_with_tool

TEXT = "Dear Prof. Müller,\n\n“quoted” – 你好\n"
ENVIRONMENT = ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY", "TMUX")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A path with nothing on it, in a session without display, tmux or network."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for name in ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)
    return folder


def _tool(folder: Path, name: str, then: str = "exit 0") -> Path:
    """A tool that keeps what it gets, and what it is called with; the file where it keeps it."""
    script = folder / name
    kept = folder / f"{name}.kept"
    script.write_text(f'#!/bin/sh\necho "$@" > "{kept}.how"\n/bin/cat > "{kept}"\n{then}\n', encoding="utf-8")
    script.chmod(0o755)
    return kept


@pytest.mark.parametrize(
    ("name", "variable"), [("wl-copy", "WAYLAND_DISPLAY"), ("xclip", "DISPLAY"), ("xsel", "DISPLAY"), ("pbcopy", "")]
)
def test_the_systems_tool_gets_the_text_as_it_stands(
    tools: Path, monkeypatch: pytest.MonkeyPatch, name: str, variable: str
) -> None:
    """One for a display only where there is one."""
    kept = _tool(tools, name)
    if variable:
        assert copy_with_tool(TEXT) == ""
        assert not kept.exists()
        monkeypatch.setenv(variable, ":0")
    assert copy_with_tool(TEXT) == name
    assert kept.read_text(encoding="utf-8") == TEXT


def test_windows_gets_every_letter_whatever_the_code_page(tools: Path) -> None:
    """Through PowerShell in base64; plain letters, and all where there is no PowerShell, through clip."""
    clip = _tool(tools, "clip.exe")
    assert copy_with_tool("Dear Ann,") == "clip.exe"
    assert clip.read_bytes() == b"Dear Ann,"
    assert copy_with_tool(TEXT) == "clip.exe"
    assert clip.read_bytes().decode("utf-16-le") == TEXT
    shell = _tool(tools, "powershell.exe")
    assert copy_with_tool(TEXT) == "powershell.exe"
    assert base64.b64decode(shell.read_bytes()).decode() == TEXT


def test_a_tool_that_fails_or_hangs_is_passed_over_in_time(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next one has its turn; none at all is no success."""
    monkeypatch.setenv("DISPLAY", ":0")
    _tool(tools, "xclip", "exit 1")
    taken = _tool(tools, "xsel")
    assert copy_with_tool(TEXT) == "xsel"
    assert taken.read_text(encoding="utf-8") == TEXT
    monkeypatch.setattr("outreach.tui.compose.clipboard._SECONDS", 0.3)
    _tool(tools, "xsel", "exec /bin/sleep 30")
    started = time.monotonic()
    assert copy_with_tool(TEXT) == ""
    assert time.monotonic() - started < 10


def test_from_afar_only_a_display_that_came_along_is_used(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clipboard of the machine at the other end is of no use here."""
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22")
    _tool(tools, "pbcopy")
    _tool(tools, "xclip")
    monkeypatch.setenv("DISPLAY", ":0")
    assert copy_with_tool(TEXT) == ""
    monkeypatch.setenv("DISPLAY", "localhost:10.0")
    assert copy_with_tool(TEXT) == "xclip"


def test_in_tmux_it_is_tmux_that_sends_the_text_on(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which ignores what an app in it sends to the clipboard, unless it is set up otherwise."""
    kept = _tool(tools, "tmux")
    assert not copy_with_tmux(TEXT)
    monkeypatch.setenv("TMUX", "/tmp/tmux-1000/default,1,0")
    assert copy_with_tmux(TEXT)
    assert kept.read_text(encoding="utf-8") == TEXT
    assert (tools / "tmux.kept.how").read_text(encoding="utf-8") == "load-buffer -w -\n"


def test_a_real_tmux_has_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As its newest buffer."""
    socket = tmp_path / "s"
    tmux = ["tmux", "-S", str(socket), "-f", os.devnull]
    try:
        subprocess.run([*tmux, "new-session", "-d", "cat"], check=True)
    except FileNotFoundError:
        pytest.skip("tmux is not installed")
    try:
        monkeypatch.setenv("TMUX", f"{socket},1,0")
        assert copy_with_tmux(TEXT)
        shown = subprocess.run([*tmux, "show-buffer"], check=True, capture_output=True)
        assert shown.stdout.decode() == TEXT
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)
