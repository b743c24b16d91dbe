"""Drafts of cases x kinds x models, as a table; every draft goes into a folder to be read.

    python tests/bench/bench_drafts.py [--models balanced,small,tiny,none] [--out FOLDER] [--seed N] [CASE.toml ...]

Columns: how many drafts are ready, tries of the model, sections kept from it, seconds (median and largest; the first
of a model with its load), new tokens per kept token. Without cases: those of tests/cases. A model that is not here is
left out, and said so.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from outreach.domain.draft import DRAFTED, Kind, Origin, Revision
from outreach.domain.errors import OutreachError
from outreach.drafting.events import CandidateRejected, DraftFailed, DraftFinished
from outreach.exchange.case_file import read_case
from outreach.settings import Paths
from outreach.workspace import Workspace

NO_MODEL = "none"


@dataclass(frozen=True)
class Row:
    """One draft."""

    model: str
    case: str
    kind: Kind
    revision: Revision

    @property
    def from_model(self) -> int:
        """Sections kept from the model."""
        return sum(section.origin is Origin.MODEL for section in self.revision.sections)

    @property
    def tries(self) -> int:
        """Candidates made."""
        return max((section.tries for section in self.revision.sections), default=0)


def drafts(models: list[str], cases: list[Path], out: Path | None, seed: int, today: dt.date) -> Iterator[Row]:
    """Draft every kind of every case with every model, one after the other."""
    for model in models:
        with closing(Workspace(Paths.of_user(), today=today)) as workspace:
            for file in cases:
                for kind in DRAFTED:
                    row = Row(model, file.stem, kind, _draft(workspace, file, kind, model, seed, out))
                    print(_line(row), flush=True)
                    yield row


def _draft(workspace: Workspace, file: Path, kind: Kind, model: str, seed: int, out: Path | None) -> Revision:
    rejected: list[str] = []
    use = None if model == NO_MODEL else model
    for event in workspace.draft(read_case(file), kind, model=use, use_model=use is not None, seed=seed):
        if isinstance(event, CandidateRejected):
            rejected.append(f"  rejected ({event.reason}): {event.text}")
        elif isinstance(event, DraftFinished | DraftFailed):
            revision = event.revision
    if out:
        out.mkdir(parents=True, exist_ok=True)
        origins = [f"  {section.name}: {section.origin}, {section.tries} tries" for section in revision.sections]
        findings = [f"  {finding.level} {finding.rule}: {finding.message}" for finding in revision.findings]
        text = "\n".join(
            [f"Subject: {revision.subject}", "", revision.body, "", "---", *origins, *findings, *rejected, ""]
        )
        (out / f"{file.stem}.{kind}.{model}.txt").write_text(text, encoding="utf-8")
    return revision


def _line(row: Row) -> str:
    ready = "ready" if row.revision.ready else "NOT READY"
    words = len(row.revision.body.split())
    return (
        f"{row.model:10} {row.case:28} {row.kind:14} {ready:10} words {words:4}  tries {row.tries:2}  "
        f"from model {row.from_model}  {row.revision.timings.total_s:6.1f} s"
    )


def _summary(rows: list[Row]) -> list[str]:
    lines = [
        "| model | kind | drafts | ready | tries | kept from model | seconds, median (largest) | new tokens per kept |"
    ]
    lines.append("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for model in dict.fromkeys(row.model for row in rows):
        for kind in DRAFTED:
            some = [row for row in rows if (row.model, row.kind) == (model, kind)]
            seconds = [row.revision.timings.total_s for row in some]
            kept = sum(row.revision.timings.kept_tokens for row in some)
            new = sum(row.revision.timings.new_tokens for row in some)
            lines.append(
                f"| {model} | {kind} | {len(some)} | {sum(row.revision.ready for row in some)} "
                f"| {sum(row.tries for row in some)} | {sum(row.from_model > 0 for row in some)} "
                f"| {statistics.median(seconds):.1f} ({max(seconds):.1f}) "
                f"| {f'{new / kept:.1f}' if kept else '–'} |"
            )
    return lines


def main() -> None:
    """Draft, print a line a draft and a summary."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("cases", nargs="*", type=Path)
    parser.add_argument("--models", default=f"tiny,{NO_MODEL}")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int, default=1184)
    parser.add_argument("--today", type=dt.date.fromisoformat, default=dt.date.today())
    asked = parser.parse_args()
    cases = asked.cases or sorted((Path(__file__).parent.parent / "cases").glob("*.toml"))
    rows: list[Row] = []
    for model in asked.models.split(","):
        try:
            rows.extend(drafts([model], cases, asked.out, asked.seed, asked.today))
        except OutreachError as error:
            print(f"{model}: left out: {error}")
    print("\n".join(["", *_summary(rows)]))


if __name__ == "__main__":
    main()
