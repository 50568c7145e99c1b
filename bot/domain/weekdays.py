"""Days of the week and months by their names, in four languages; written without accents."""

_DAYS = (
    ("mon", "monday", "ma", "maandag", "lun", "lundi", "mo", "montag"),
    ("tue", "tuesday", "di", "dinsdag", "mar", "mardi", "dienstag"),
    ("wed", "wednesday", "wo", "woensdag", "mer", "mercredi", "mi", "mittwoch"),
    ("thu", "thursday", "do", "donderdag", "jeu", "jeudi", "donnerstag"),
    ("fri", "friday", "vr", "vrijdag", "ven", "vendredi", "fr", "freitag"),
    ("sat", "saturday", "za", "zaterdag", "sam", "samedi", "sa", "samstag", "sonnabend"),
    ("sun", "sunday", "zo", "zondag", "dim", "dimanche", "so", "sonntag"),
)
_MONTHS = (
    ("jan", "january", "januari", "janv", "janvier", "januar", "janner"),
    ("feb", "february", "februari", "fev", "fevr", "fevrier", "februar"),
    ("mar", "march", "maart", "mrt", "mars", "marz", "maerz"),
    ("apr", "april", "avr", "avril"),
    ("may", "mei", "mai"),
    ("jun", "june", "juni", "juin"),
    ("jul", "july", "juli", "juil", "juill", "juillet"),
    ("aug", "august", "augustus", "aout"),
    ("sep", "sept", "september", "septembre"),
    ("oct", "okt", "october", "oktober", "octobre"),
    ("nov", "november", "novembre"),
    ("dec", "dez", "december", "decembre", "dezember"),
)

WEEKDAYS = {word: number for number, words in enumerate(_DAYS) for word in words}
"""The number of a day of the week by its names, Monday being 0."""

MONTHS = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words}
"""The number of a month by its names."""
