"""``outreach`` without a command and without a terminal for the app: a sample draft."""

from __future__ import annotations

import sys
from contextlib import closing

from outreach import models
from outreach.cli import draft, output
from outreach.cli.models import PullLines
from outreach.domain.draft import Kind
from outreach.domain.errors import ModelUnavailable, StoreUnusable
from outreach.engine.trouble import llama_cpp_available
from outreach.exchange.case_file import read_case
from outreach.resources import prompts_folder
from outreach.settings import NO_MODEL, Paths, load_settings
from outreach.workspace import Workspace


def draft_sample(paths: Paths) -> int:
    """Pull the model for this machine if it is not here, draft the sample's first contact and print it."""
    case = read_case(prompts_folder() / "sample.toml")
    output.say("There is no terminal here to open the app in; this drafts the sample case instead.")
    _pull_model(paths)
    with closing(Workspace(paths)) as workspace:
        return draft.make(workspace, case, draft.Order(Kind.FIRST_CONTACT, output.Result()))


def _pull_model(paths: Paths) -> None:
    """Pull what is recommended, unless it or the user's choice is here; without it templates do the work.

    Where llama.cpp is missing, or the user wants templates alone, none is pulled.
    """
    chosen = load_settings(paths).model
    if not llama_cpp_available() or chosen == NO_MODEL:
        return
    entries = models.load_catalog()
    here = models.installed(paths.models, entries)
    advice = models.to_pull(entries, here, chosen, models.free_memory())
    if advice is None:
        return
    output.say(f"Pulling the model “{advice.entry.id}”: {advice.why}")
    try:
        models.pull(advice.entry, paths.models, progress=PullLines(advice.entry.id, sys.stderr))
    except (ModelUnavailable, StoreUnusable) as error:
        output.problem(error)
