"""The app in the terminal."""

from __future__ import annotations

from outreach.tui.opening import Opening


def run_app() -> int:
    """Open the app on the user's store; the exit status.

    Raises:
        OutreachError: the store cannot be opened.
    """
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
            opening.hand_over()
            app.run()
            return app.return_code or 0
        finally:
            workspace.close()
