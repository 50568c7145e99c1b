"""'Forget me' in plain words, in four languages: what `/forget` says, and nothing is noted yet."""

import re

from bot.domain.folding import fold
from handlers.talking.ordinary.patterns import compiled
from handlers.talking.routing.answered import Reread
from handlers.talking.turn import Turn

_BEFORE = (
    r"(?:(?:hallo|hoi|dag|hi|hello|hey|bonjour|salut|ok|oke|please|sorry|bedankt|thanks|merci|danke"
    r"|kompaan|nee|no|non|nein|bitte|svp|stp|graag) )*"
)
_BEHIND = (
    r"(?: (?:maar|aub|alsjeblieft|alstublieft|graag|helemaal|volledig|nu|please|now|completely"
    r"|for good|svp|stp|s il te plait|s il vous plait|maintenant|bitte|jetzt|ganz|kompaan|bedankt"
    r"|thanks|merci|danke))*"
)
_NL_DATA = (
    r"(?:mij|me|(?:al )?mijn (?:gegevens|account|profiel|data)|alles (?:van|over) (?:mij|me)"
    r"|alles wat je (?:van|over) (?:mij|me) \w+)"
)
_EN_DATA = (
    r"(?:me|(?:all )?(?:of )?my (?:data|account|profile|details)|everything (?:about|of) me"
    r"|everything you (?:know|have|keep) (?:about|of|on) me)"
)
_FR_DATA = (
    r"(?:(?:toutes )?mes donnees|mon (?:compte|profil)|tout (?:sur moi|ce qui me concerne"
    r"|ce que (?:tu as|vous avez) sur moi))"
)
_DE_DATA = r"(?:mich|(?:alle )?meine daten|mein (?:konto|profil)|alles (?:über|von) mi(?:ch|r))"
_DELETE = r"(?:wis|wissen|verwijder|verwijderen|schrap|schrappen|vergeet|vergeten)"

_SAID = (
    rf"{_BEFORE}(?:"
    rf"{_DELETE} {_NL_DATA}|(?:kan|kun|wil|mag) je {_NL_DATA} {_DELETE}"
    r"|ik (?:wil|wou|zou) (?:graag )?(?:\w+ )?(?:vergeten|gewist|verwijderd) (?:willen )?worden"
    rf"|ik (?:wil|wou|zou) (?:graag )?{_NL_DATA} (?:laten )?(?:\w+ )?{_DELETE}"
    rf"|(?:forget|delete|erase|remove) {_EN_DATA}|(?:can|could|will|would) you (?:please )?"
    rf"(?:forget|delete|erase|remove) {_EN_DATA}"
    r"|i (?:want|wish|would like|d like) to be (?:forgotten|erased|deleted|removed)"
    rf"|i (?:want|wish|would like|d like) (?:you )?to (?:forget|delete|erase|remove) {_EN_DATA}"
    r"|oublie[rz]? moi|(?:efface|supprime)[rz]? (?:moi|" + _FR_DATA + r")"
    r"|(?:peux tu|pouvez vous|tu peux) (?:m (?:oublier|effacer)|(?:effacer|supprimer) "
    + _FR_DATA
    + r")|je (?:veux|voudrais|souhaite|desire) (?:etre (?:oubliee?|effacee?|supprimee?)"
    r"|qu on m oublie|(?:effacer|supprimer|faire effacer|faire supprimer) " + _FR_DATA + r")"
    r"|(?:vergiss|vergesst) mich|vergessen sie mich|(?:kannst du|können sie) "
    rf"{_DE_DATA} (?:vergessen|löschen)|(?:lösch|lösche|löschen sie|entferne) {_DE_DATA}"
    r"|ich (?:will|möchte|würde gern(?:e)?) (?:vergessen|gelöscht) werden"
    rf"|ich (?:will|möchte) {_DE_DATA} (?:löschen(?: lassen)?|vergessen lassen)"
    rf"){_BEHIND}"
)
_SIGNS = ("verg", "wis", "verwijder", "schrap", "forg", "delet", "eras", "remov", "oubli", "effac",
          "supprim", "losch", "loesch", "gelosch", "geloesch", "entfern")  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 14


def type_forget(_turn: Turn, text: str) -> Reread | None:
    """Read who says in plain words that they want to be forgotten; None for all else."""
    said = _WORD.findall(fold(text))
    if len(said) > MOST_WORDS or not any(word.startswith(_SIGNS) for word in said):
        return None
    return Reread("/forget") if compiled(_SAID).fullmatch(" ".join(said)) else None
