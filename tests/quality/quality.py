"""How good the drafts are: cases x kinds x models, beside raw prompting of the same model and beside templates.

    make quality            three cases of tests/cases, the models that are here
    FULL=1 make quality     all of them
    python tests/quality/quality.py [--models balanced,small] [--out FOLDER] [--seed N] [CASE.toml …]

Every draft goes into the folder, with its sections, findings and tries behind it; a table goes to standard output.
Columns: drafts that are ready, sections kept from the model of those that it was asked for, its tries, new tokens per
kept token, seconds (median and largest, model loaded). Raw rows are one good prompt with all of the case and the same
model; they are reviewed by the same rules. A model that is not here is left out, and said so.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import statistics
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outreach.briefing.brief import make_brief
from outreach.domain.draft import FROM_CASE, Kind, Level, Origin, Revision, Timings
from outreach.domain.errors import EngineFailed, OutreachError
from outreach.drafting.events import CandidateRejected, DraftFailed, DraftFinished
from outreach.engine.llama import LlamaEngine
from outreach.exchange.case_file import read_case
from outreach.models import find, load_catalog
from outreach.review.check import review
from outreach.settings import Paths
from outreach.workspace import Workspace
from tests.quality.raw import raw_draft

TEMPLATES = "templates"
MODELS = "balanced,small,tiny"
SHORT_RUN = 3
"""Cases of a run that is not full."""
CASES = Path(__file__).resolve().parents[1] / "cases"


@dataclass(frozen=True)
class Row:
    """One draft."""

    by: str
    case: str
    kind: Kind
    revision: Revision

    @property
    def from_model(self) -> int:
        """Sections kept from the model."""
        return sum(section.origin is Origin.MODEL for section in self.revision.sections)

    @property
    def asked(self) -> int:
        """Sections that the model was asked for."""
        return sum(section.tries > 0 for section in self.revision.sections)

    @property
    def tries(self) -> int:
        """Candidates made."""
        return sum(section.tries for section in self.revision.sections)


def drafts(by: str, cases: list[Path], out: Path, seed: int, today: dt.date) -> Iterator[Row]:
    """Our drafts of every kind of every case, with a model or from templates."""
    use_model = by != TEMPLATES
    with closing(Workspace(Paths.of_user(), today=today)) as workspace:
        for file in cases:
            for kind in FROM_CASE:
                rejected = []
                model = by if use_model else None
                for event in workspace.draft(read_case(file), kind, model=model, use_model=use_model, seed=seed):
                    if isinstance(event, CandidateRejected):
                        rejected.append(f"  turned down ({event.reason}): {event.text}")
                    elif isinstance(event, DraftFinished | DraftFailed):
                        revision = event.revision
                yield _told(Row(by, file.stem, kind, revision), out, rejected)


def raw_drafts(model: str, cases: list[Path], out: Path, seed: int, today: dt.date) -> Iterator[Row]:
    """The same by one prompt, reviewed alike."""
    paths = Paths.of_user()
    paths.ensure(paths.state)
    here = find(model, paths.models, load_catalog())
    engine = LlamaEngine(here.path, here.id, here.sha256, paths.engine_log)
    with closing(engine):
        engine.load()
        for file in cases:
            for kind in FROM_CASE:
                brief = make_brief(read_case(file), kind, today)
                try:
                    raw = raw_draft(engine, brief, seed)
                except EngineFailed as error:
                    print(f"raw {model} {file.stem} {kind}: {error}", flush=True)
                    continue
                found = review(raw.subject, raw.body, brief)
                timings = Timings(total_s=raw.seconds, new_tokens=raw.new_tokens)
                revision = Revision(raw.subject, raw.body, (), (), found.findings, found.score, timings=timings)
                yield _told(Row(f"raw {model}", file.stem, kind, revision), out, [])


def _told(row: Row, out: Path, rejected: list[str]) -> Row:
    """Write the draft to its file, and a line about it."""
    revision = row.revision
    origins = [f"  {section.name}: {section.origin}, {section.tries} tries" for section in revision.sections]
    findings = [f"  {finding.level} {finding.rule}: {finding.message}" for finding in revision.findings]
    text = "\n".join([f"Subject: {revision.subject}", "", revision.body, "", "---", *origins, *findings, *rejected, ""])
    name = f"{row.case}.{row.kind}.{row.by.replace(' ', '-')}.txt"
    (out / name).write_text(text, encoding="utf-8")
    fails = sorted({finding.rule for finding in revision.findings if finding.level is Level.FAIL})
    print(
        f"{row.by:14} {row.case:28} {row.kind:14} {'ready' if revision.ready else 'not ready: ' + ' '.join(fails)}",
        flush=True,
    )
    return row


def table(rows: list[Row]) -> list[str]:
    """The rows, one a maker and kind, as Markdown."""
    lines = [
        "| by | kind | drafts | ready | kept of asked | tries | new per kept token | seconds, median (largest) |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for by in dict.fromkeys(row.by for row in rows):
        for kind in FROM_CASE:
            some = [row for row in rows if (row.by, row.kind) == (by, kind)]
            if not some:
                continue
            seconds = [row.revision.timings.total_s for row in some]
            kept = sum(row.revision.timings.kept_tokens for row in some)
            new = sum(row.revision.timings.new_tokens for row in some)
            asked = sum(row.asked for row in some)
            lines.append(
                f"| {by} | {kind} | {len(some)} | {sum(row.revision.ready for row in some)} "
                f"| {f'{sum(row.from_model for row in some)} of {asked}' if asked else '–'} "
                f"| {sum(row.tries for row in some) or '–'} | {f'{new / kept:.1f}' if kept else '–'} "
                f"| {statistics.median(seconds):.1f} ({max(seconds):.1f}) |"
            )
    return lines


def _machine() -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{platform.system()} {platform.machine()}, {cores} cores, {dt.date.today():%d %B %Y}"


def main() -> int:
    """Draft, and print a line a draft and the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("cases", nargs="*", type=Path, metavar="CASE.toml")
    parser.add_argument("--models", default=MODELS)
    parser.add_argument("--no-raw", action="store_true", help="leave raw prompting out")
    parser.add_argument("--out", type=Path, default=Path("build/quality"))
    parser.add_argument("--seed", type=int, default=1184)
    parser.add_argument("--today", type=dt.date.fromisoformat, default=dt.date.today())
    asked = parser.parse_args()
    all_cases = asked.cases or sorted(CASES.glob("*.toml"))
    cases = all_cases if asked.cases or os.environ.get("FULL") == "1" else all_cases[:: len(all_cases) // SHORT_RUN]
    asked.out.mkdir(parents=True, exist_ok=True)
    rows = list(drafts(TEMPLATES, cases, asked.out, asked.seed, asked.today))
    for model in asked.models.split(","):
        try:
            rows.extend(drafts(model, cases, asked.out, asked.seed, asked.today))
            if not asked.no_raw:
                rows.extend(raw_drafts(model, cases, asked.out, asked.seed, asked.today))
        except OutreachError as error:
            print(f"{model} is left out: {error}")
    print("\n".join(["", f"{_machine()}; {len(cases)} cases; drafts in {asked.out}", "", *table(rows)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
