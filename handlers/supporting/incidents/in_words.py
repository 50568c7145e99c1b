"""'There was an accident', 'I fell off the ladder': an incident in plain words."""

import re
from dataclasses import replace

from bot.domain.folding import fold
from bot.messages import lines
from handlers.supporting.incidents.asked import IncidentReady
from handlers.supporting.incidents.reporting import NO_LINE, may_report, show_incident
from handlers.talking.ordinary.patterns import compiled
from handlers.talking.turn import Replies, Turn

_BEFORE = (
    r"(?:(?:hallo|hoi|dag|help|hi|hello|hey|bonjour|salut|oei|au|sorry|vandaag|daarnet|net|gisteren"
    r"|today|yesterday|just now|aujourd hui|hier|heute|gestern) )*"
)
_NL_WHAT = r"(?:arbeids|werk|bijna)?(?:ongeval|ongeluk|incident)"
_EN_WHAT = r"(?:accident|incident|near miss)"
_FR_WHAT = r"(?:accident(?: de travail| du travail)?|incident)"
_DE_WHAT = r"(?:arbeits|beinahe)?(?:unfall|vorfall)"
_A_WHILE = r"(?:\w+ ){0,3}"
_HURT_NL = r"(?:gesneden|verbrand|gekwetst|bezeerd|verwond|gestoten|geklemd)"
_HURT_EN = r"(?:cut|burn(?:t|ed)?|hurt|injured|scalded)"
_HURT_FR = r"(?:coupee?|brulee?|blessee?|coincee?|fait mal)"
_HURT_DE = r"(?:geschnitten|verbrannt|verletzt|geklemmt|gequetscht)"
_WHERE = (
    r"(?: (?:van|op|in|over|tegen|uit|aan|met|bij|off|from|down|on|at|with|de|du|dans|sur|au"
    r"|a|avec|von|vom|auf|an|mit|im|am|heute|vandaag|today)\b.*)?"
)

_SAYS = (
    rf"{_BEFORE}(?:"
    rf"(?:er (?:was|is|gebeurde)|we (?:hadden|hebben)|ik (?:had|heb)|(?:er )?gebeurde) "
    rf"{_A_WHILE}(?:een )?{_NL_WHAT}(?: .*)?|{_NL_WHAT} (?:op|gebeurd)\b.*"
    r"|(?:there (?:was|has been|is)|i had|we had|i have had) (?:just )?(?:an? )?(?:\w+ )?"
    rf"{_EN_WHAT}(?: .*)?"
    rf"|(?:il y a eu|il y avait|j ai eu|nous avons eu|on a eu) (?:un )?(?:\w+ )?{_FR_WHAT}(?: .*)?"
    rf"|(?:es gab|es ist|ich hatte|wir hatten|da war) (?:\w+ )?(?:ein(?:en)? )?{_DE_WHAT}(?: .*)?"
    rf"|\w+ (?:ben|is) {_A_WHILE}(?:gevallen|uitgegleden|gestruikeld){_WHERE}"
    rf"|\w+ (?:heb|heeft) (?:mij|me|zich|mijn \w+|zijn \w+|haar \w+) {_A_WHILE}{_HURT_NL}{_WHERE}"
    rf"|\w+ (?:just )?(?:fell|slipped|tripped)(?: (?:off|from|down|over|on)\b.*)?"
    rf"|\w+ (?:have |has )?(?:just )?{_HURT_EN} (?:myself|himself|herself|(?:my|his|her) \w+)"
    rf"{_WHERE}"
    rf"|(?:je suis|\w+ est) {_A_WHILE}tombee?{_WHERE}|(?:je me suis|\w+ s est) {_A_WHILE}{_HURT_FR}"
    rf"{_WHERE}|(?:j ai|\w+ a) glisse{_WHERE}"
    rf"|\w+ (?:bin|ist) {_A_WHILE}(?:gefallen|hingefallen|gestürzt|ausgerutscht|gestolpert)"
    rf"|\w+ (?:habe|hat) (?:mich|mir|sich) {_A_WHILE}{_HURT_DE}"
    r")"
)
_NOT = frozenset((
    "niet", "geen", "nooit", "no", "not", "never", "pas", "aucun", "jamais", "nicht", "kein",
    "keinen", "nie", "slaap", "asleep", "behind", "amoureux", "amoureuse", "liefde", "love",
))  # fmt: skip
_SIGNS = re.compile(
    r"ongeval|ongeluk|incident|accident|near miss|unfall|vorfall|gevallen|uitgegleden|gestruikeld"
    r"|gesneden|verbrand|gekwetst|bezeerd|verwond|gestoten|geklemd|fell|slipped|tripped|cut|burn"
    r"|hurt|injured|scalded|tombe|coupe|brule|blesse|coince|fait mal|glisse|gefallen|gesturzt"
    r"|gestuerzt|ausgerutscht|gestolpert|geschnitten|verletzt|geklemmt|gequetscht"
)
_WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 30


def type_incident(turn: Turn, text: str) -> Replies | None:
    """Offer to send what tells of an accident as an incident; None for what tells of none."""
    folded = fold(text)
    if not _SIGNS.search(folded) or text.rstrip().endswith("?"):
        return None
    words = _WORD.findall(folded)
    if len(words) > MOST_WORDS or not _NOT.isdisjoint(words):
        return None
    if not compiled(_SAYS).fullmatch(" ".join(words)) or not may_report(turn):
        return None
    first, *more = show_incident(turn, text)
    if turn.asked(IncidentReady):  # whoever is asked about whom it is has read that line
        first = replace(first, text=lines(NO_LINE, first.text))
    return [first, *more]
