"""Who says that they are not away, or were so before: no absence follows from that.

Folded, apostrophes out, in four languages; each fits the whole of what is said.
"""

_ASIDE = r"(?:(?:nee|neen|no|non|nein|maar|but|mais|aber|sorry|hallo|hoi|hello|bonjour) )*"
_NL_ILL = r"(?:ziek|afwezig|met (?:verlof|vakantie)|op vakantie)"
_EN_ILL = r"(?:ill|sick|unwell|absent|away|on leave|on holiday)"
_FR_ILL = r"(?:malade|absente?|souffrante?|en (?:conge|conges|vacances|arret))"
_DE_ILL = r"(?:krank(?: ?geschrieben)?|abwesend|im urlaub|weg)"
_SOON = (
    r"(?: (?:meer|hoor|he|vandaag|nu|echt|any more|anymore|any longer|today|now|at all|really"
    r"|aujourd hui|du tout|maintenant|heute|mehr|jetzt|wirklich))*"
)
_NOW = (
    r"(?:meer|langer|echt|vandaag|helemaal|zo|more|longer|really|at all|today|plus|du tout"
    r"|vraiment|mehr|wirklich|heute|so)"
)

_NOT = (
    rf"(?:ik )?(?:ben|voel me) (?:\w+ )?(?:niet|ni|nie|nooit) (?:{_NOW} )*{_NL_ILL}{_SOON}"
    rf"|(?:i am|i m|im|i feel) (?:not|no|never) (?:{_NOW} )*{_EN_ILL}{_SOON}"
    rf"|je (?:ne )?suis (?:pas|plus|jamais) (?:{_NOW} )*{_FR_ILL}{_SOON}"
    rf"|ich (?:bin|fühle mich) (?:\w+ )?(?:nicht|nie) (?:{_NOW} )*{_DE_ILL}{_SOON}"
)
_BEFORE = (
    r"(?:\w+ )?(?:ik )?was (?:ik )?(?:\w+ ){0,3}"
    rf"(?:{_NL_ILL}|er niet)(?: (?!tot |sinds |en )\w+){{0,3}}"
    rf"|ik ben (?:\w+ ){{0,3}}{_NL_ILL} geweest(?: \w+){{0,3}}"
    rf"|(?:\w+ )?(?:i was|i have been|i ve been) (?:\w+ ){{0,2}}(?:{_EN_ILL}|not there)"
    r"(?: (?!since |until |and |for )\w+){0,3}"
    rf"|(?:\w+ )?(?:j etais|j ai ete) (?:\w+ ){{0,2}}{_FR_ILL}(?: (?!depuis |jusqu )\w+){{0,3}}"
    rf"|(?:\w+ )?(?:ich war|war ich) (?:\w+ ){{0,3}}(?:{_DE_ILL}|nicht da)"
    r"(?: (?!seit |bis |und )\w+){0,3}"
    rf"|ich bin (?:\w+ ){{0,3}}{_DE_ILL} gewesen(?: \w+){{0,3}}"
)

NOT_AWAY = rf"{_ASIDE}(?:{_NOT}|{_BEFORE})"
"""'I am not ill', 'I was ill yesterday'."""
