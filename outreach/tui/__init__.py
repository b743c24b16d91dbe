"""The app in the terminal."""

from __future__ import annotations

from outreach.settings import Paths


def run_app(paths: Paths) -> int:
    """Open the app on the store under ``paths``; the exit status.

    Raises:
        OutreachError: the store cannot be opened.
    """
    from outreach.tui.app import OutreachApp
    from outreach.workspace import Workspace

    workspace = Workspace(paths)
    try:
        # The store is opened here, so that a locked one is said on the plain terminal.
        workspace.mentee()
        app = OutreachApp(workspace)
        app.run()
        return app.return_code or 0
    finally:
        workspace.close()
