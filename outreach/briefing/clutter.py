"""What stands in a pasted background and is no fact: headings, menus, contact details, publication lists."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from outreach.domain.facts import Fact, Standing
from outreach.domain.people import Mentor
from outreach.wording.citations import is_citation
from outreach.wording.clean import folded, one_line
from outreach.wording.lexicon import MONTHS
from outreach.wording.naming import name_pattern
from outreach.wording.patterns import regex
from outreach.wording.words import is_base, is_past, is_third, names_a_person, words


def _any(*patterns: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return regex("|".join(patterns), flags)


HEADING, MENU, CONTACT = "a heading", "a menu", "contact details or a menu"
PUBLICATIONS = "a publication list"

_CONTACT = _any(
    r"^\W*(?:tel|phone|mobile|cell|fax|e-?mail|mail|website|web|url|address|office(?: hours)?|room|opening hours|hours"
    r"|visiting|visit us|contact(?: us| me)?|twitter|instagram|facebook|linkedin|github|orcid|x|bluesky|mastodon"
    r"|follow (?:me|us)|newsletter|subscribe|share(?: this)?|menu|cookies?|top skills|skills|key skills|tags?|keywords"
    r"|languages?|pronouns?|image|photo(?:graph)?|foto|telefon|telefono|teléfono|téléphone|sprechzeiten|horario|horaires"
    r"|copyright)\s*[:?#@|(]",
    r"^\W*office hours\b",
)
_CHROME = _any(
    r"^\W*(?:accept (?:all )?cookies|we use cookies|read more|learn more|see (?:more|all)|show (?:more|less|all)"
    r"|click here|sign (?:in|up)|log ?in|skip to (?:main )?content|back to top|all rights reserved|privacy policy"
    r"|terms (?:of (?:use|service)|and conditions)|subscribe|book (?:now|your)|buy (?:now|tickets)|get in touch"
    r"|follow me|home\b.{0,12}\babout|©|contact info|report (?:this|a problem)|message$|connect$|more from"
    r"|related:|filed under)",
    r"\bcookies?\b.{0,60}\b(?:web ?sites?|polic(?:y|ies)|settings|consent|accept|sitio|akzeptieren)\b",
    r"\b(?:web ?site|this site|ce site|este sitio|diese seite|website)\b.{0,60}\bcookies\b",
    r"^\W*\d[\d,.]*\+? (?:connections|followers|following|likes|comments|reactions|views|contacts)\b",
    r"\btalks about #",
    r"^\W*(?:rate|review|share|like|follow|subscribe|register|rsvp|get|grab|book|buy|order|download|listen|tap|click"
    r"|join)\b.{0,50}(?:\bus\b.{0,20}!|\bnow\b\W*$|\btickets?\b|\bhere\b\W*$|\bsubscribe\b|\bre-?post\b|♻)",
    r"^\W*share (?:it|this) with\b|^\W*(?:tickets|get your|use code|promo code|sponsored|advertisement|anzeige)\b",
    r"\bbrought to you by\b|\buse code\b|\bpromo code\b|\b\d+ ?% off\b",
    r"^\W*refere(?:es|nces) (?:are )?(?:available )?(?:up)?on request\b",
)
_PERSONAL = _any(
    r"^\W*(?:nationality|citizenship|d\.?o\.?b\.?|date of birth|marital status|driver['’]?s licen[cs]e"
    r"|driving licen[cs]e|gender|sex|visa status|staatsangehörigkeit|geburtsdatum)\s*[:.]"
)
_PRONOUNS = _any(
    r"^\W*(?:\S+ ){0,2}(?:uses?|goes by|prefers?|pronouns are) (?:the pronouns? )?(?:they/\w+|she/\w+|he/\w+)"
)
_WHEN_AND_WHERE = _any(
    r"^\W*(?:room|hall|track|session|stage|auditorium|slot|panel|day|raum|saal|salle|sala)\s+[\w.]{1,12}"
    r"(?:\s*[,|·–-]\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\s+)?[\d:.h–\s-]+(?:am|pm|uhr|h)?)?\W*$",
    r"^\W*(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?\s+)?\d{1,2}[:.h]\d\d\s*(?:am|pm|uhr|h)?"
    r"(?:\s*[-–]\s*\d{1,2}[:.h]\d\d\s*(?:am|pm|uhr|h)?)?(?:\s*[,|·]\s*(?:room|hall|track|stage)?\s*[\w.]{1,12})?\W*$",
)
_PROGRAMME = regex(r"\b\d{1,2}:\d\d(?::\d\d)?\b")
_MARKUP = regex(r"\{\{.*\}\}|\{%.*%\}|^\W*(?:</?\w+\b[^>]*>\W*)+$")
_ABOUT_THE_PASTE = _any(
    r"^\W*(?:this )?(?:page|text|site|bio)\b.{0,30}\b(?:translat|copied|scanned|pasted)\w*\b.{0,40}$",
    r"^\W*(?:machine[- ]translated|auto(?:matically)? translated|bad scan|copied from)\b",
)
_BYLINE = _any(
    r"^\W*(?:by|von|par|por) (?:(?:our|a) (?:own )?(?:correspondent|reporter|staff)|staff (?:writer|reporter))\b"
)
_ADDRESS = regex(r"\S+@\S+\.\w+|https?://\S+|\bwww\.\S+|(?<!\w)(?:\+\d|\(0|0\d)[\d ()/.-]{6,}\d")

_PUBLICATION_HEADINGS = frozenset(
    """publications|selected publications|recent publications|key publications|papers|selected papers|references
articles|selected articles|journal articles|book chapters|bibliography|selected bibliography|further reading|sources
publikationen|veröffentlichungen|ausgewählte publikationen|ausgewählte veröffentlichungen|schriften|literatur
publicaciones|publicaciones seleccionadas|publicações|pubblicazioni|publicaties|works cited""".replace("\n", "|").split(
        "|"
    )
)
_MENU_WORDS = frozenset(
    """about|about me|about us|bio|biography|profile|contact|home|news|blog|shop|cart|search|menu|imprint|legal notice
privacy|data protection|cookies|cookie settings|login|newsletter|events|press|jobs|faq|sitemap|top|english|deutsch
français|español|italiano|de|en|fr|es
startseite|aktuelles|über mich|über uns|kontakt|impressum|datenschutz|forschung|lehre|lebenslauf|leistungen|suche
anmelden|warenkorb|presse|team|angebot|termine|anfahrt|barrierefreiheit
accueil|à propos|qui sommes-nous|actualités|équipe|nous contacter|mentions légales|boutique|panier|recherche|parcours
se connecter|plan du site|nos services|enseignement
inicio|sobre mí|sobre nosotros|nosotros|quiénes somos|contacto|aviso legal|noticias|equipo|investigación|docencia
servicios|tienda|carrito|buscar|política de privacidad|perfil|trayectoria
chi siamo|contatti|chi sono|sobre|contato|over mij|over ons|o nás|om oss|om mig|meist""".replace("\n", "|").split("|")
)
_HEADINGS = (
    _PUBLICATION_HEADINGS
    | _MENU_WORDS
    | frozenset(
        """summary|experience|work experience|employment|education|training|qualifications|notes|my notes|skills
key skills|talks|selected talks|recent talks|invited talks|awards|honours|honors|grants|hobbies|interests|speaker
speakers|speaker bio|about the speaker|about the author|about the artist|about the instructor|abstract|talk abstract
keynote|keynote abstract|work|career|overview|research|research interests|research areas|teaching|short cv|cv|short bio
brief bio|curriculum vitae|curriculum|résumé|resume|personal|personal life|early life|early life and education|life
references|external links|see also|notes and references|staff|staff page|our staff|our team|the team|people|faculty
who we are|what we do|what i do|who i am|my story|our story|the workshop|workshop|the studio|contributor page
contributors|contributor|other|miscellaneous|activities|volunteering|volunteer experience|licenses and certifications
certifications|languages|recommendations|featured|activity|highlights|projects|selected projects|memberships
professional memberships|service|media|appointments|positions|affiliations|credits|filmography|discography|exhibitions
ausbildung|berufserfahrung|werdegang|zur person|vita|formación|experiencia|formation|expérience|die werkstatt
de werkplaats|l'atelier|el taller|resumen|résumé du parcours|publications et communications""".replace("\n", "|").split(
            "|"
        )
    )
)
_ASKS = regex(r"(?:what|who|where|why|how)\b", re.IGNORECASE)
_OPENS_A_LINE = regex(r"^[^.!?]*:$")
_TITLE = (
    r"(?:dr|prof|professor|professorin|ing|dipl|mr|mrs|ms|mx|miss|sir|dame|rev|capt|captain|associate|assistant"
    r"|emeritus|emerita|pn|puan|phd|ph|d|msc|bsc|ba|ma|md|mba|rer|nat|phil|med|habil|hc|jr|sr|she|he|they|her|him|them|his"
    r"|speaker|presenter|author|about|hi|hello|hey|i['’]?m|my|name|is|am|this|meet)"
)


def why_clutter(statement: str, line: str, mentor: Mentor | None = None) -> str:
    """Why a statement of a pasted background is no fact, in plain words; empty where it may be one.

    Args:
        statement: one statement, cleaned.
        line: the whole line it stands in, as typed.
        mentor: whose name alone is no fact.
    """
    if is_citation(statement):
        return PUBLICATIONS
    bare = _bare(statement)
    whole = len(line) <= 3 * len(statement) + 40 and len(statement) < 120 and statement == one_line(line)
    return (
        _heading(statement, bare, whole)
        or _chrome(statement)
        or _label(statement)
        or (_name_only(statement, mentor) if mentor else "")
        or _contact(statement)
    )


def _bare(statement: str) -> str:
    return folded(" ".join(re.sub(r"[^\w\s'’&/-]", " ", statement).split())).replace("&", "and")


@functools.cache
def _folded_set() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    return tuple(frozenset(map(folded, given)) for given in (_HEADINGS, _MENU_WORDS, _PUBLICATION_HEADINGS))  # type: ignore[return-value]


def _heading(statement: str, bare: str, whole: bool) -> str:
    headings, menu, _ = _folded_set()
    sides = [
        side.strip()
        for side in re.split(
            r"\s/\s|\s[-–—]{1,2}\s|\s[|·]\s|\s//\s", _bare(re.sub(r"\s[|·]\s|\s//\s", " - ", statement))
        )
    ]
    if bare in headings or (
        len(sides) == 2 and headings & set(sides) and all(len(side.split()) <= 3 for side in sides)
    ):
        return HEADING
    if re.match(
        r"(?:curriculum vitae|talk abstract|abstract|keynote)\b[^a-z]*(?:--?|[–—]|//|\d|$)", statement, re.IGNORECASE
    ):
        return HEADING if len(bare.split()) <= 12 and not re.search(r"[a-z][.!?]\s", statement) else ""
    if len(sides) == 2 and sides[0] in headings and len(bare.split()) <= 12:
        return HEADING
    if re.match(r"KEYWORDS?\b|TAGS\b", statement):
        return CONTACT
    found = words(statement)
    if (
        whole
        and len(found) <= 8
        and _OPENS_A_LINE.match(statement)
        and (_ASKS.match(statement) or not _says(statement.rstrip(":")))
    ):
        return HEADING
    capitals = statement.isupper() and not re.search(r"\d", statement) and not any(map(is_past, found[1:]))
    if whole and capitals and len(found) <= 8 and sum(map(len, found)) > 4:
        return HEADING
    if len(found) > 1 and _only_of_menu(bare, menu, least=2):
        return MENU
    return MENU if whole and _only_of_menu(re.sub(r"\b\d+\b", " ", bare), headings, least=3) else ""


def _only_of_menu(bare: str, menu: frozenset[str], least: int) -> bool:
    """Whether a line is nothing but ``least`` names of pages or more, one after another: ``Inicio Nosotros``."""
    left, at, names = bare.split(), 0, 0
    while at < len(left):
        step = next((n for n in (3, 2, 1) if " ".join(left[at : at + n]) in menu and at + n <= len(left)), 0)
        if not step:
            return False
        at, names = at + step, names + 1
    return names >= least


def _chrome(statement: str) -> str:
    if _CONTACT.match(statement) or _CHROME.search(statement):
        return CONTACT
    if _PERSONAL.match(statement) or _PRONOUNS.match(statement):
        return "personal details, nothing to write about"
    if _WHEN_AND_WHERE.match(statement):
        return "the time and place of a talk"
    if _MARKUP.search(statement):
        return "mark-up"
    return (
        "a note on the page, not on the person" if _ABOUT_THE_PASTE.match(statement) or _BYLINE.match(statement) else ""
    )


def _label(statement: str) -> str:
    if len(re.findall(r"\[[^\]]*\]", statement)) >= 2 or re.fullmatch(r"\W*\[[^\]]*\]\W*", statement):
        return MENU
    if len(re.findall(r"[•|]|//| · | » ", statement)) >= 2 or len(_PROGRAMME.findall(statement)) >= 3:
        return "a list of labels"
    trail = re.split(r"\s[>»›]\s", statement)
    if len(trail) > 1 and all(len(words(part)) <= 6 for part in trail) and not re.search(r"\d\s*>", statement):
        return "a list of labels" if len(trail) > 2 or _bare(trail[0]) in _folded_set()[0] or trail[0].isupper() else ""
    return "a list of labels" if re.match(r"^[^\w]*(?:#[\w-]+[\s,;]*){2,}$", statement) else ""


def _name_only(statement: str, mentor: Mentor) -> str:
    """Whether a line is only the mentor's name, with titles and the workplace at most."""
    pattern = _named(mentor)
    if not pattern.search(statement) or len(statement) > 160:
        return ""
    left = pattern.sub(" ", statement)
    left = re.sub(r"\(\w+(?: \w+)?\)", " ", left)
    left = re.sub(
        r"\b(?:she|he|they)/\w+(?:/\w+)?\b|\b[A-ZÄÖÜ][A-Za-z]{0,3}[A-ZÄÖÜ][A-Za-z]{0,4}\b(?![a-z])", " ", left
    )
    known = {folded(word) for word in words(f"{mentor.organisation} {mentor.title}")}
    rest = [
        word
        for word in words(left)
        if folded(word) not in known and not re.fullmatch(_TITLE, word.rstrip("."), re.IGNORECASE)
    ]
    return "only the name" if not [word for word in rest if len(word) > 1] else ""


@functools.lru_cache(maxsize=64)
def _named(mentor: Mentor) -> re.Pattern[str]:
    return re.compile(name_pattern(mentor), re.IGNORECASE)


def _contact(statement: str) -> str:
    left = _ADDRESS.sub(" ", re.sub(r"#\w+", " ", statement))
    found = words(left)
    if len(found) == 1 and names_a_person(found[0]) and found[0][:1].isalpha():
        return ""
    if len(found) < 2 or len(re.sub(r"\W", "", left)) < 7:
        return "contact details" if _ADDRESS.search(statement) else "too short to be a fact"
    if _ADDRESS.search(statement):
        return "contact details"
    if re.search(r"\?[\s\"'”’)]*(?:[^\w\s.,;:!?\"'()]+\s*)?$", statement):
        return "a question, not a statement"
    return ""


_FINITE = frozenset("is are was were has have had will would can could i she he we they".split())
_LISTED = regex(r"\b(?:1[89]|20)\d\d\b|[\"“‘«].+[\"”’»]|\b[A-Z]\.\s|\bed\.|\bvol\b", re.IGNORECASE)


def without_publication_lists(facts: list[Fact]) -> list[Fact]:
    """The facts of a background, with what stands under a heading such as "Selected publications" set aside.

    A line that says something in words ends the list; so does a heading.
    """
    found, inside = [], False
    for fact in facts:
        if fact.standing is Standing.CLUTTER:
            inside = _bare(fact.text) in _folded_set()[2] if fact.why == HEADING else inside
        elif inside and fact.standing is Standing.USABLE:
            inside = bool(_LISTED.search(fact.text)) and not _says(fact.text)
            fact = replace(fact, standing=Standing.CLUTTER, why=PUBLICATIONS) if inside else fact
        found.append(fact)
    return found


def _says(text: str) -> bool:
    """Whether a line has a verb of its own beside the titles that it quotes."""
    outside = re.sub(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’|«[^»]*»|:.*", " ", text)
    found = [word.casefold() for word in words(outside)]
    opens = bool(found) and (is_third(found[0]) or is_past(found[0])) and not is_base(found[0])
    return bool(_FINITE & set(found[:8])) or (opens and found[0] not in MONTHS)
