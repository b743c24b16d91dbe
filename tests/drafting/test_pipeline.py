"""One draft, event by event, with an engine that says what it was told to."""

from __future__ import annotations

import contextlib
import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.case import Case
from outreach.domain.draft import FROM_CASE, Kind, Origin, Wish
from outreach.domain.errors import BadInput, Cancelled, EngineFailed
from outreach.drafting.agenda import shared_out
from outreach.drafting.choices import Choices
from outreach.drafting.editing import edited
from outreach.drafting.events import (
    CandidateRejected,
    DraftEvent,
    DraftFailed,
    DraftFinished,
    DraftStarted,
    SectionKept,
    SectionStarted,
    Trying,
)
from outreach.drafting.letters import FirstContactText
from outreach.drafting.pipeline import make_draft
from outreach.drafting.remaking import remake
from outreach.engine.llama import LlamaEngine
from outreach.engine.protocol import Engine
from outreach.engine.scripted import Answer, ScriptedEngine
from tests.review.drafts import TODAY, WARD, Ready, all_drafts, drafted, of_kind, templates

CLEAN = "I'm writing because you cut the admission form from 94 questions to 31 in 2019."
DIRTY = "I'm writing because you cut the admission form from 94 questions to 31 in Vienna in 2019."


def events(
    engine: Engine | None, case: Case = WARD, kind: Kind = Kind.FIRST_CONTACT, seed: int = 7
) -> list[DraftEvent]:
    """All events of one draft."""
    return list(make_draft(make_brief(case, kind, TODAY), templates(), engine, Choices(seed)))


def scripted(*script: str | Exception | Answer) -> ScriptedEngine:
    """An engine that answers in order; candidates begin with their opening, so the script leaves it out."""
    return ScriptedEngine(list(script))


def hook_of(found: list[DraftEvent]) -> tuple[str, Origin]:
    """The hook that was kept."""
    last = [one for one in found if isinstance(one, SectionKept) and one.section == "hook"][-1]
    return last.text, last.origin


def test_a_clean_candidate_is_kept() -> None:
    """The first one ends the trying, and the draft holds it as the model's."""
    found = events(scripted(CLEAN))
    assert hook_of(found) == (CLEAN, Origin.MODEL)
    last = found[-1]
    assert isinstance(last, DraftFinished)
    assert last.revision.ready
    section = next(one for one in last.revision.sections if one.name == "hook")
    assert (section.origin, section.tries) == (Origin.MODEL, 1)
    assert CLEAN in last.revision.body
    assert last.revision.model


def test_a_candidate_streams_as_a_try() -> None:
    """Each piece shows all of the candidate so far; only the kept one enters the draft."""
    found = events(scripted(CLEAN))
    tried = [one.text for one in found if isinstance(one, Trying)]
    assert tried[-1] == CLEAN
    assert all(CLEAN.startswith(text.strip()) for text in tried)
    assert all(len(a) <= len(b) for a, b in itertools.pairwise(tried))


def test_dirty_candidates_are_turned_down_with_reasons() -> None:
    """Then the next one is tried."""
    whole = lambda turns: DIRTY  # noqa: E731
    found = events(ScriptedEngine(whole))
    rejected = [one for one in found if isinstance(one, CandidateRejected)]
    assert rejected
    assert all(one.reason for one in rejected)
    assert [one.attempt for one in rejected] == list(range(1, len(rejected) + 1))


def test_with_nothing_clean_the_template_stands_in() -> None:
    """The draft is ready all the same, and says where the sentence is from."""
    found = events(ScriptedEngine(lambda turns: DIRTY))
    assert hook_of(found)[1] is Origin.TEMPLATE
    last = found[-1]
    assert isinstance(last, DraftFinished)
    assert last.revision.ready
    assert next(one for one in last.revision.sections if one.name == "hook").tries > 1
    assert "Vienna" not in last.revision.body


@pytest.mark.parametrize(
    "script", [("I'm writing because you", EngineFailed("It stopped.", "Try again.")), (EngineFailed("It stopped."),)]
)
def test_an_engine_that_fails_leaves_a_whole_draft(script: tuple[str | Exception, ...]) -> None:
    """The rest comes from templates, and the failure is an event."""
    found = events(scripted(*script))
    last = found[-1]
    assert isinstance(last, DraftFailed)
    assert (last.error, last.cancelled) == ("It stopped.", False)
    assert last.revision.body.startswith("Dear Dr Zielińska,")
    assert last.revision.body.endswith("Tomi")
    assert [one.name for one in last.revision.sections] == [
        "connection",
        "hook",
        "who",
        "goal",
        "offer",
        "ask",
        "close",
    ]


def test_an_engine_that_dies_in_the_middle_of_a_candidate_leaves_a_whole_draft() -> None:
    """What had streamed does not enter the draft."""
    found = events(scripted(Answer("I'm writing because Microsoft", error=EngineFailed("The child died."))))
    last = found[-1]
    assert isinstance(last, DraftFailed)
    assert last.revision.ready
    assert "Microsoft" not in last.revision.body


def test_a_cancelled_draft_says_so() -> None:
    """And keeps what code could write."""
    found = events(scripted(Answer("I'm writing", error=Cancelled("Stopped."))))
    last = found[-1]
    assert isinstance(last, DraftFailed)
    assert last.cancelled
    assert last.revision.ready


def test_stopping_between_tries_asks_the_engine_for_nothing_more() -> None:
    """The flag is looked at before each try."""
    engine = ScriptedEngine(lambda turns: DIRTY)
    brief = make_brief(WARD, Kind.FIRST_CONTACT, TODAY)
    *_, last = make_draft(brief, templates(), engine, Choices(7), stopped=lambda: len(engine.asked) >= 1)
    assert isinstance(last, DraftFailed)
    assert last.cancelled
    assert len(engine.asked) == 1


def test_the_same_seed_asks_the_same() -> None:
    """Another seed wanders differently; the first guess is the model's best one for both."""
    asked = []
    for seed in (7, 7, 8):
        engine = ScriptedEngine(lambda turns: DIRTY)
        events(engine, seed=seed)
        asked.append([(one.turns, one.sampling, one.opening) for one in engine.asked])
    assert asked[0] == asked[1]
    assert asked[0] != asked[2]
    assert all(1 <= sampling.seed < 2**31 for _, sampling, _ in asked[0])


def test_withheld_lines_reach_no_prompt() -> None:
    """Neither private nor unconfirmed ones, in any kind, for a draft or for a section made anew."""
    for kind in FROM_CASE:
        engine = ScriptedEngine(lambda turns: DIRTY)
        *_, last = events(engine, kind=kind)
        assert isinstance(last, DraftFinished)
        for at in range(len(last.revision.sections)):
            brief = make_brief(WARD, kind, TODAY)
            with contextlib.suppress(BadInput):
                list(remake(last.revision, at, Wish.AGAIN, brief, templates(), engine, Choices(7)))
        assert engine.asked
        prompts = " ".join(turn.content for one in engine.asked for turn in one.turns)
        prompts += " ".join(text for turns, texts in engine.weighed for text in (*texts, str(turns)))
        assert "Vienna" not in prompts.replace(DIRTY, "")
        assert "daughter" not in prompts
        assert "matron" not in prompts


@pytest.mark.parametrize("kind", FROM_CASE)
def test_each_section_is_told_of_once_and_in_order(kind: Kind) -> None:
    """The app shows the draft as it grows, and knows from the start how many there will be."""
    found = events(ScriptedEngine(lambda turns: DIRTY), kind=kind)
    first, last = found[0], found[-1]
    assert isinstance(last, DraftFinished)
    assert first == DraftStarted(tuple(one.name for one in last.revision.sections))
    kept = [one.text for one in found if isinstance(one, SectionKept)]
    assert kept == [one.text for one in last.revision.sections]
    started = [one.section for one in found if isinstance(one, SectionStarted)]
    assert [name for name, _ in itertools.groupby(started)] == [
        name for name, _ in itertools.groupby(one.name for one in last.revision.sections)
    ]


@pytest.mark.parametrize("draft", [pytest.param(one, id=one.name) for one in all_drafts()])
def test_sections_have_their_exact_places(draft: Ready) -> None:
    """In order, without overlap, and each is what stands there."""
    at = 0
    for section in draft.revision.sections:
        assert section.start is not None
        assert section.end is not None
        assert draft.revision.body[section.start : section.end] == section.text
        assert section.start >= at
        at = section.end
    known = {fact.id for fact in draft.revision.facts}
    assert {identity for section in draft.revision.sections for identity in section.facts} <= known


@pytest.mark.parametrize("draft", [pytest.param(one, id=one.name) for one in all_drafts()])
def test_no_model_is_needed(draft: Ready) -> None:
    """Every kind of every case is ready from templates alone, as tidy text."""
    body = draft.revision.body
    assert draft.revision.ready, [finding.message for finding in draft.revision.findings]
    assert draft.revision.subject
    assert "  " not in body
    assert "\n\n\n" not in body
    assert not [line for line in body.split("\n") if line != line.strip()]
    assert not [mark for mark in (" .", " ,", "..", ",.", "None", "()", "“”", " ;") if mark in body]


@pytest.mark.parametrize("draft", [pytest.param(one, id=one.name) for one in of_kind(Kind.FIRST_CONTACT)])
def test_every_sentence_has_an_end(draft: Ready) -> None:
    """Also where a long draft sheds a part of one."""
    for section in draft.revision.sections:
        assert section.text[-1] in ".?”", section.text


@pytest.mark.parametrize(
    "background",
    [
        "She has two children and had cancer in 2019. Loves jazz. Sings on Sundays.",
        "She lives in Ghent with her wife. Trained 40 drivers.",
        "Her husband was in hospital in 2020. Her tram school has 40 pupils.",
        "He is divorced. He keeps bees.",
    ],
)
def test_no_message_to_a_stranger_is_built_on_family_or_health(background: str) -> None:
    """It stands in the bio, and is still nothing to open with."""
    case = replace(WARD, mentor=replace(WARD.mentor, background=background, found_through=""))
    body = drafted(case, Kind.FIRST_CONTACT).revision.body
    assert not [word for word in ("children", "cancer", "wife", "husband", "hospital in", "divorced") if word in body]


@pytest.mark.parametrize("notes", ["hmm", "??", "ok", "…", "- \n--", "yes!!"])
def test_a_note_that_says_nothing_is_not_echoed(notes: str) -> None:
    """The action alone is better."""
    assert WARD.meeting
    case = replace(WARD, meeting=replace(WARD.meeting, notes=notes))
    draft = drafted(case, Kind.THANK_YOU)
    assert draft.revision.ready
    assert "“" not in draft.revision.body


@pytest.mark.parametrize("about", ["?", "...", "-", "  "])
def test_an_ask_that_says_nothing_is_left_out(about: str) -> None:
    """The ask then stands without a topic."""
    draft = drafted(replace(WARD, ask=replace(WARD.ask, about=about)), Kind.FIRST_CONTACT)
    assert draft.revision.ready
    ask = next(section.text for section in draft.revision.sections if section.name == "ask")
    assert ": ?" not in ask
    assert " ." not in ask
    assert "about ?" not in ask


def test_a_long_first_contact_sheds_what_matters_least() -> None:
    """And still reads as sentences."""
    long = replace(
        WARD,
        mentee=replace(
            WARD.mentee,
            availability=("Tuesdays after 16:00 when the ward is quiet", "any Friday morning before the round begins"),
            can_offer=(
                "feedback from a busy ward on early forms, was asked for it by three teams in the last two years",
            ),
            goals=(
                (
                    "Move into hospital data work by the end of 2028 without leaving the town where "
                    "my parents live and where I know everybody"
                ),
            ),
        ),
    )
    draft = drafted(long, Kind.FIRST_CONTACT, "long")
    assert len(draft.revision.body.split()) <= 125
    assert draft.revision.ready
    assert all(section.text[-1] in ".?”" for section in draft.revision.sections)


@pytest.mark.parametrize("minutes", range(5, 121))
def test_minutes_always_sum(minutes: int) -> None:
    """Whatever the length, each part has a minute at least."""
    for weights in ([5.0, 3, 15, 4, 3], [4.0, 15, 3], [1.0], [2.0, 2, 2, 2, 2]):
        shared = shared_out(minutes, list(weights))
        assert sum(shared) == minutes
        assert min(shared) >= 1


@pytest.mark.parametrize("minutes", [5, 7, 15, 45, 61, 120])
def test_an_agenda_of_any_length_is_ready(minutes: int) -> None:
    """From five minutes to two hours."""
    assert WARD.meeting
    case = replace(WARD, meeting=replace(WARD.meeting, minutes=minutes))
    assert drafted(case, Kind.AGENDA).revision.ready


def test_too_short_an_agenda_is_refused_with_the_field() -> None:
    """Fewer minutes than parts cannot be shared out."""
    with pytest.raises(BadInput, match=r"meeting\.minutes"):
        shared_out(3, [1.0, 1, 1, 1])


def test_an_edit_touches_only_its_section() -> None:
    """The touched section becomes the mentee's, the others keep place, text and origin."""
    draft = drafted(WARD, Kind.FIRST_CONTACT)
    before = {section.name: section for section in draft.revision.sections}
    body = draft.revision.body.replace("I'm Tomi Adebayo, a ward clerk", "I'm Tomi Adebayo, ward clerk for nine years")
    after, _ = edited(draft.revision, draft.revision.subject, body, draft.brief)
    for section in after.sections:
        assert section.start is not None
        assert section.end is not None
        assert body[section.start : section.end] == section.text
        assert (section.origin is Origin.MENTEE) is (section.name == "who")
        assert section.name == "who" or section.text == before[section.name].text
        # What it said before does not come again.
        assert section.seen == ((before["who"].text,) if section.name == "who" else ())
    # Every key that is typed would be remembered else.
    again, _ = edited(after, after.subject, body.replace("nine years", "nine long years"), draft.brief)
    assert [section.seen for section in again.sections] == [section.seen for section in after.sections]


def test_a_section_that_is_cut_out_is_dropped() -> None:
    """The others stay."""
    draft = drafted(WARD, Kind.FIRST_CONTACT)
    offer = next(section.text for section in draft.revision.sections if section.name == "offer")
    after, _ = edited(draft.revision, "New subject", draft.revision.body.replace(" " + offer, ""), draft.brief)
    assert [section.name for section in after.sections] == ["connection", "hook", "who", "goal", "ask", "close"]
    assert after.subject == "New subject"


def test_an_edit_is_reviewed_anew() -> None:
    """An invention by the mentee's own hand is found as well."""
    draft = drafted(WARD, Kind.FIRST_CONTACT)
    after, _ = edited(draft.revision, draft.revision.subject, draft.revision.body.replace("31", "37"), draft.brief)
    assert not after.ready
    assert draft.revision.ready


def test_the_tiny_model_writes_a_whole_first_contact(tiny_model: Path, tmp_path: Path) -> None:
    """End to end with a real model: whatever it tries, the draft is ready."""
    engine = LlamaEngine(tiny_model, "tiny", "", tmp_path / "engine.log")
    try:
        found = events(engine, seed=1184)
    finally:
        engine.close()
    last = found[-1]
    assert isinstance(last, DraftFinished)
    assert last.revision.ready
    assert last.revision.model
    assert last.revision.model.id == "tiny"
    assert last.revision.timings.new_tokens > 0
    assert [one for one in found if isinstance(one, Trying)]


def test_a_clean_candidate_gives_way_to_a_template_that_reads_better() -> None:
    """The model's own ear decides between the two, and the reason is told."""
    engine = ScriptedEngine([CLEAN], likelihood=lambda turns, text: -2.0 if text == CLEAN else -1.0)
    found = events(engine, seed=2)
    text, origin = hook_of(found)
    assert origin is Origin.TEMPLATE
    assert text != CLEAN
    assert any(isinstance(one, CandidateRejected) and one.text == CLEAN for one in found)


def test_the_model_chooses_the_fact_that_reads_best_among_the_first() -> None:
    """Of near equals; a fact that was asked for stays."""
    team = "our team has 14 people"
    engine = ScriptedEngine(lambda turns: DIRTY, likelihood=lambda turns, text: 0.0 if team in text else -20.0)
    assert team in hook_of(events(engine))[0]
    asked = Choices(7, fact="mentor.background:1")
    *_, last = make_draft(make_brief(WARD, Kind.FIRST_CONTACT, TODAY), templates(), engine, asked)
    assert isinstance(last, DraftFinished)
    assert team not in last.revision.body


@pytest.mark.parametrize(
    "found_through",
    ["she's a client of our lab, she told me on the phone the scanner is in the drawer", "I met Jonas in Rome in 1999"],
)
def test_a_section_that_fails_is_said_otherwise_or_left_out(found_through: str) -> None:
    """Whatever is typed, what code makes of it does not keep a draft from being ready."""
    case = replace(WARD, mentor=replace(WARD.mentor, found_through=found_through))
    *_, last = events(None, case)
    assert isinstance(last, DraftFinished)
    assert last.revision.ready


def test_a_section_that_fails_gives_way_to_another_of_its_kind() -> None:
    """A hook on a fact that may not be told so becomes a hook on another, and the rest stays."""
    text = FirstContactText(make_brief(WARD, Kind.FIRST_CONTACT, TODAY), templates(), Choices(7))
    before = {section.name: section.text for section in text.sections()}
    way = next(text.ways("hook", Wish.AGAIN))
    text.put_instead("hook", way)
    text.put_instead("offer", None)
    after = {section.name: section.text for section in text.sections()}
    assert after == {**{name: said for name, said in before.items() if name != "offer"}, "hook": way.text}
