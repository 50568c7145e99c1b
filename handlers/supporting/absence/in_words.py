"""'Jonas is ill until Friday', said of another one in four languages: it is asked, never a note."""

import re
from collections.abc import Sequence

from bot.domain.folding import fold
from bot.domain.school.tracks import Role
from bot.messages import Reply, _
from bot.use_cases.joining.lose_phone import list_holders
from bot.use_cases.supporting.absence.note_absence import find_absent
from handlers.supporting.absence.others import NOT_YOURS, ask_until
from handlers.talking.meaning.names import meant_by
from handlers.talking.meaning.near_days import reaches
from handlers.talking.ordinary.patterns import compiled
from handlers.talking.rights.held import say_held_of
from handlers.talking.routing.answered import Reread
from handlers.talking.turn import Replies, Turn

_BEFORE = (
    r"(?:(?:hallo|hoi|dag|hi|hello|hey|bonjour|salut|guten tag|sorry|ja|yes|oui|helaas|denk ik"
    r"|trouwens|unfortunately|malheureusement|leider|vandaag|today|heute|kompaan) )*"
)
_ILLNESS = (
    r"(?:(?:de|the|een|a|la|une|eine|die) )?(?:griep|koorts|flu|fever|grippe|fievre|fieber|covid"
    r"|corona)"
)
_ADVERB = (
    r"(?:vandaag|nu|weer|al|nog|even|opnieuw|today|now|again|still|off|aujourd'?hui|encore"
    r"|toujours|heute|wieder|noch|leider|helaas|ook|also|aussi|auch|morgen|tomorrow|demain)"
)
_AWAY = (
    r"(?:ziek|afwezig|er (?:\w+ )?niet|niet aanwezig|met (?:verlof|vakantie|ziekteverlof)"
    r"|op vakantie|ziek thuis|thuis met " + _ILLNESS + r"|ill|sick|unwell|absent|away|not here"
    r"|not there|on (?:leave|holiday|vacation|sick leave)|malade|absente?|souffrante?"
    r"|pas la|en (?:conge|conges|vacances|arret|arret maladie)|krank|krank ?geschrieben"
    r"|krank ?gemeldet|abwesend|nicht da|im urlaub)"
)
_BACK = (
    r"(?:(?:er )?(?:weer|terug|opnieuw)|er terug|weer (?:terug|beter)|beter|genezen|back|better"
    r"|well again|de retour|revenue?|guerie?|wieder (?:da|gesund|zurück)|zurück|gesund)"
)
_NONE = (
    r"(?:(?:niet|ni|nie|not|pas|plus|nicht|no|geen) (?:\w+ )?(?:meer |longer |mehr )?(?:ziek"
    r"|afwezig|ill|sick|absent|away|malade|krank|abwesend)(?: (?:meer|any more|mehr))?"
    r"|ziek geweest|afwezig geweest|krank gewesen)"
)
_WAS = r"(?:was|were|waren|etait|a ete|war|has been)"
_IS = r"(?:is|zijn|are|est|n'est|sont|ist|sind|s'est)"
_WHO = r"(?P<who>[^\W\d_]+(?:[ '-](?!(?:is|zijn|are|est|sont|ist|sind)\b)[^\W\d_]+){0,4}?)"

_SAYS = (
    rf"{_BEFORE}{_WHO} {_IS} (?:{_ADVERB} )*(?:(?P<back>{_BACK})|(?P<none>{_NONE})|{_AWAY})"
    r"(?P<rest>(?: .*)?)"
)
_SAID = rf"{_BEFORE}{_WHO} {_WAS} (?:\w+ ){{0,2}}{_AWAY}(?: \w+)?"
_SINCE = re.compile(r"(?:sinds|sedert|since|depuis|seit) \w+(?: \w+)?")
_SIGNS = re.compile(
    r"\b(?:ziek|afwezig|niet|met|op|thuis|ill|sick|unwell|absente?|away|not|on|malade|souffrante?"
    r"|pas|en|krank\w*|abwesend|nicht|im|weer|terug|beter|genezen|back|better|retour|revenue?"
    r"|guerie?|wieder|zuruck|gesund|well)\b"
)
_STOPS = re.compile(r"[!.,;:]+(?=\s|$)")
_THEY = frozenset(("hij", "zij", "ze", "he", "she", "they", "il", "elle", "er", "sie"))
_AND = re.compile(r" (?:en|and|et|und) ")
MOST_LETTERS = 120


def type_absent(turn: Turn, text: str) -> Replies | Reread | None:
    """Read who is said to be away or back, and ask until when: nothing is noted by it yet.

    None for what says something else, or of nobody around.
    """
    said = _STOPS.sub("", fold(text)).strip()
    if len(said) > MOST_LETTERS or said.endswith("?") or not _SIGNS.search(said):
        return None
    found = compiled(_SAYS).fullmatch(said) or compiled(_SAID).fullmatch(said)
    if found is None:
        return None
    parts = found.groupdict()
    people = _known(turn, parts["who"])
    if len(people) != 1:
        return [Reply(ONE_AT_A_TIME)] if people else None
    if people[0][1]:
        turn.tell_of(people[0][1])
    if parts.get("rest") is None or parts["none"]:
        return [Reply(NOTHING)]
    return _away(turn, *people[0], parts["rest"].strip(), back=bool(parts["back"]))


NOTHING = _(
    "Nothing was stored of that. /absent says until when somebody is away, without a reason."
)
ONE_AT_A_TIME = _("Nothing was stored. One at a time, please: who is away, and until when?")


def _away(
    turn: Turn, name: str, person_id: int, rest: str, *, back: bool
) -> Replies | Reread | None:
    """Ask until when, the day that is named first; None where more is said than a day."""
    until = reaches(rest, turn.today) if rest else None
    if rest and until is None and not _SINCE.fullmatch(rest):
        return None
    if back and (rest or person_id not in turn.away):
        return None
    if not person_id:
        return Reread(f"/absent {name}")
    person = find_absent(turn.uow, turn.person.id, turn.tracks, person_id)
    if person is None:
        return [Reply(say_held_of(turn, name) or NOT_YOURS)]
    return [ask_until(turn, person, first=until, may_leave=True)]


def _known(turn: Turn, said: str) -> Sequence[tuple[str, int]]:
    """List who is named, each by name and identity: 0 where several are called so.

    These are students of one's own, or for a coach anybody around one; nobody where one of the
    names is of nobody here.
    """
    found = [_named(turn, name) for name in _AND.split(said)]
    return [who for who in found if who] if all(found) else []


def _named(turn: Turn, name: str) -> tuple[str, int] | None:
    tracks = [own for own in turn.tracks if Role.STUDENT not in own.roles and not own.ended_at]
    if name in _THEY:
        about = (own for own in tracks if own == turn.about)
        return next(((own.student, own.student_id) for own in about), None)
    students = {own.student_id: own.student for own in tracks}
    meant = meant_by(name, [*students.items()], lambda own: own[1])
    if meant.several:
        return name, 0
    found = meant.sure and meant.sure[::-1]
    if found or not turn.coached_tracks:
        return found
    around = list_holders(turn.uow, turn.person.id, turn.at)
    holder = meant_by(name, around, lambda own: own.name).sure
    return (holder.name, holder.person_id) if holder else None
