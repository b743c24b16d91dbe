"""``outreach draft``: one message from a case file or from the store."""

from __future__ import annotations

import argparse
import datetime as dt
import signal
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType

from outreach.briefing.brief import check_kind
from outreach.cli import layout, narration, output
from outreach.cli.people import stored_case
from outreach.domain.case import Case
from outreach.domain.contact import Purpose
from outreach.domain.draft import FROM_CASE, Channel, Draft, Kind, Revision
from outreach.domain.errors import BadInput, Cancelled, EngineFailed, ModelUnavailable
from outreach.drafting.choices import Earlier
from outreach.drafting.events import DraftFailed, DraftFinished
from outreach.drafting.kinds import check_channel
from outreach.exchange.case_file import read_case
from outreach.lifecycle.contacts import Words
from outreach.settings import NO_MODEL, Paths
from outreach.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Order:
    """What to draft, and where it goes."""

    kind: Kind
    result: output.Result
    channel: Channel = Channel.EMAIL
    premium: bool = False
    model: str | None = None
    use_model: bool = True
    seed: int | None = None
    json: bool = False


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Draft what ``args`` ask for; the exit status.

    Raises:
        OutreachError: wrong usage, bad input, a store or model that cannot be used.
    """
    if (args.case is None) == (args.mentor is None):
        raise BadInput(
            "outreach draft takes either a case file or --mentor NAME.", "`outreach draft --help` has examples."
        )
    if args.force and args.out is None:
        raise BadInput("--force goes with --out FILE.")
    check_channel(args.kind, args.channel)
    if args.premium and args.channel is not Channel.LINKEDIN_NOTE:
        raise BadInput("--premium goes with --channel linkedin-note.")
    words = _words(args)
    today = args.today or dt.date.today()
    result = output.Result(args.out, args.force)
    order = Order(args.kind, result, args.channel, args.premium, args.model, not args.no_model, args.seed, args.json)
    if args.case is not None:
        _check_from_case(order.kind, args.case)
        case = read_case(args.case)
        check_kind(case, order.kind, str(args.case))
        with closing(Workspace(paths, today=today)) as workspace:
            return make(workspace, case, order)
    with closing(Workspace(paths, today=today)) as workspace:
        return _from_store(workspace, args.mentor, order, words)


_WITH_NEWS = frozenset({Kind.FOLLOW_UP, Kind.REPORT, Kind.CHECK_IN})
_WITH_REASON = frozenset({Purpose.DECLINE, Purpose.MOVE})


def _words(args: argparse.Namespace) -> Words:
    """What the mentee says about the message.

    Raises:
        BadInput: the kind has no use for it.
    """
    if args.purpose is not None and args.kind is not Kind.REPLY:
        raise BadInput(f"--as goes with --kind reply, not with {args.kind}.")
    if args.because is not None and args.purpose not in _WITH_REASON:
        raise BadInput("--because goes with --kind reply and --as decline or --as move.")
    if args.news is not None and args.kind not in _WITH_NEWS:
        kinds = ", ".join(kind for kind in Kind if kind in _WITH_NEWS)
        raise BadInput(f"--news goes with {kinds}, not with {args.kind}.")
    for option, text in (("--because", args.because), ("--news", args.news)):
        if text is not None and not text.strip():
            raise BadInput(f"{option} is empty.", "Leave it out, or say it in your own words.")
    return Words(args.purpose, (args.because or "").strip(), (args.news or "").strip())


def _check_from_case(kind: Kind, path: Path) -> None:
    """Check that a case file can hold all for a draft of ``kind``.

    Raises:
        BadInput: it cannot.
    """
    if kind not in FROM_CASE:
        raise BadInput(
            f"{path}: a case file cannot say what passed between you, which a {kind} needs.",
            f"`outreach import {path}` first, then draft with --mentor NAME --kind {kind}.",
        )


def make(
    workspace: Workspace,
    case: Case,
    order: Order,
    keep: Draft | None = None,
    earlier: Earlier = Earlier(),  # noqa: B008 - frozen
) -> int:
    """Draft ``case`` and put out the result; a whole draft is saved as a revision of ``keep``, if given.

    ``earlier`` is what the mentee has seen before.

    Raises:
        OutreachError: see ``run``.
    """
    try:
        outcome = _outcome(workspace, case, order, earlier)
    except (EngineFailed, ModelUnavailable) as error:
        if order.json:
            nothing = Revision("", "", score=0, seed=order.seed or 1)
            order.result.put(output.as_json(output.revision_json(order.kind, order.channel, nothing, str(error))))
        raise
    if isinstance(outcome, DraftFailed) and outcome.cancelled:
        raise Cancelled("Stopped. No draft was made.")
    revision = outcome.revision
    if keep is not None and isinstance(outcome, DraftFinished):
        workspace.save_draft(replace(keep, revisions=(revision,)))
    failure = f"{outcome.error} {outcome.hint}".strip() if isinstance(outcome, DraftFailed) else ""
    if order.json:
        order.result.put(output.as_json(output.revision_json(order.kind, order.channel, revision, failure)))
    else:
        order.result.put(output.revision_text(revision))
    if isinstance(outcome, DraftFailed):
        raise EngineFailed(
            outcome.error, f"{outcome.hint} The result holds what was kept; the rest is from templates.".strip()
        )
    facts = {fact.id: fact for fact in workspace.facts(case)}
    wanted = order.use_model and (bool(order.model) or workspace.settings().model != NO_MODEL)
    narration.summary(revision, facts, model_wanted=wanted)
    return 0 if revision.ready else 1


def _outcome(workspace: Workspace, case: Case, order: Order, earlier: Earlier) -> DraftFinished | DraftFailed:
    """Run the draft to its last event; Ctrl+C stops it."""
    progress = narration.Progress()
    with _interruptible(workspace) as interrupted:
        events = workspace.draft(
            case,
            order.kind,
            channel=order.channel,
            premium=order.premium,
            model=order.model,
            use_model=order.use_model,
            seed=order.seed,
            earlier=earlier,
        )
        for event in events:
            if isinstance(event, DraftFinished | DraftFailed):
                progress.clear()
                for text in workspace.broken_prompts():
                    output.say(text)
                return event
            if interrupted.is_set():
                # The first stop may have come before there was anything to stop.
                workspace.stop()
            if order.use_model:
                progress.tell(event)
    raise EngineFailed("The draft ended without a result.", "Please try again.")


@contextmanager
def _interruptible(workspace: Workspace) -> Iterator[threading.Event]:
    """Let the first Ctrl+C stop the draft, and a second one the program."""
    interrupted = threading.Event()
    before = signal.getsignal(signal.SIGINT)
    # Only the main thread may set handlers; and a job in the background of a shell ignores Ctrl+C.
    if threading.current_thread() is not threading.main_thread() or before is signal.SIG_IGN:
        yield interrupted
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        interrupted.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        # In a thread: the interrupted code may hold a lock that stop() needs.
        threading.Thread(target=workspace.stop, daemon=True).start()

    signal.signal(signal.SIGINT, stop)
    try:
        yield interrupted
    finally:
        signal.signal(signal.SIGINT, before)


def _from_store(workspace: Workspace, name: str, order: Order, words: Words) -> int:
    known = stored_case(workspace, name, order.kind, words)
    meeting_id = known.meeting.id if known.meeting is not None else ""
    keep = Draft("", known.mentorship.id, order.kind, order.channel, meeting_id, premium=order.premium)
    earlier = workspace.earlier(known.mentorship.id, order.kind)
    if order.seed is not None:
        # The same seed, the same draft: whatever was drafted meanwhile.
        earlier = Earlier(own=earlier.own)
    status = make(workspace, known.case, order, keep, earlier)
    name = layout.name_for_shell(known.mentorship, workspace.mentorships())
    output.say(f"It is kept. Once you have sent it: `outreach log {name} sent`.")
    return status
