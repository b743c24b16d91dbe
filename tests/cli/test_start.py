"""``outreach`` without a command and without a terminal."""

from __future__ import annotations

from pathlib import Path

from outreach.briefing.brief import check_kind
from outreach.domain.draft import FROM_CASE
from outreach.exchange.case_file import read_case
from outreach.resources import prompts_folder
from tests.conftest import OutreachCli


def test_the_sample_case_is_fit_for_every_kind() -> None:
    """It ships with the prompts."""
    case = read_case(prompts_folder() / "sample.toml")
    for kind in FROM_CASE:
        check_kind(case, kind)


def test_the_sample_is_drafted_where_no_model_can_be_pulled(outreach_cli: OutreachCli, tmp_path: Path) -> None:
    """The reason is told, the draft comes from templates, and standard output holds it alone."""
    nowhere = {
        "OUTREACH_MODELS": str(tmp_path / "models"),
        "HF_ENDPOINT": "http://127.0.0.1:9",
        "HF_HUB_OFFLINE": "1",
        "PIP_NO_INDEX": "1",
        "PIP_CONFIG_FILE": "/dev/null",
    }
    done = outreach_cli(env=nowhere)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Subject: ")
    assert "Lindqvist" in done.stdout
    assert "outreach: " in done.stderr
    assert "Drafted from templates" in done.stderr
    assert done.stderr.splitlines()[-1] == "ready"
