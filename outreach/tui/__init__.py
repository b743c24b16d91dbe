"""The app in the terminal."""

from __future__ import annotations

import gc
import importlib
import threading

from outreach.tui.opening import Opening

_SECONDS_BEFORE_THE_REST = 1.0


def run_app() -> int:
    """Open the app on the user's store; the exit status.

    Raises:
        OutreachError: the store cannot be opened.
    """
    # What is made at the start stays: looking there for what can go takes long, and finds nothing.
    gc.disable()
    with Opening() as opening:
        # Only now: all this takes its time, and meanwhile there is something to see.
        from outreach.settings import Paths
        from outreach.tui.app import OutreachApp
        from outreach.workspace import Workspace

        workspace = Workspace(Paths.of_user())
        try:
            # The store is opened here, so that a locked one is said on the plain terminal.
            workspace.mentee()
            app = OutreachApp(workspace)
            app.wait_with_keys()
            rest = threading.Timer(_SECONDS_BEFORE_THE_REST, _load_the_rest)
            rest.daemon = True
            rest.start()
            opening.hand_over()
            app.run()
            rest.cancel()
            return app.return_code or 0
        finally:
            workspace.close()


def _load_the_rest() -> None:
    """What the first draft needs, while nobody waits for it yet."""
    try:
        for name in ("drafting.pipeline", "tui.compose.draft_screen", "tui.goals.goals_screen"):
            importlib.import_module(f"outreach.{name}")
    finally:
        gc.freeze()
        gc.enable()
