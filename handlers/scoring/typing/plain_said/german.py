"""German plain words of a line of scores; umlauts stand as they are, and are found either way."""

from handlers.scoring.typing.plain_said.kinds import Plain

_NOT_ALONE = (
    "nicht allein", "nicht alleine", "nicht selbstständig", "nicht selbständig",
    "nicht eigenständig", "nicht ohne hilfe", "nicht ohne unterstützung",
)  # fmt: skip
MARKS: dict[str, tuple[str, ...]] = {
    "v": (
        "allein", "alleine", "ganz allein", "ganz alleine", "von allein", "von alleine",
        "selbstständig", "selbständig", "ganz selbstständig", "ganz selbständig",
        "völlig selbstständig", "völlig selbständig", "eigenständig", "ohne hilfe",
        "ohne unterstützung", "ohne anleitung", "ohne begleitung", "von sich aus", "von selbst",
    ),
    "l": (
        "mit hilfe", "mit etwas hilfe", "mit ein bisschen hilfe", "mit ein wenig hilfe",
        "mit viel hilfe", "mit unterstützung", "mit etwas unterstützung", "mit begleitung",
        "mit anleitung", "unter anleitung", "unter aufsicht",
    ),
    "x": (
        "nicht", "gar nicht", "überhaupt nicht", "nicht gezeigt", "noch nicht gezeigt",
        "nicht beherrscht", "noch nicht beherrscht",
    ),
    "n": (
        "nie", "noch nie", "noch nie gemacht", "nie gemacht", "noch nicht gemacht", "kam nie vor",
        "kam noch nie vor", "kam noch nicht vor", "nie vorgekommen", "noch nie vorgekommen",
        "noch nicht vorgekommen", "noch nicht drangekommen",
    ),
    "s": (
        "manchmal", "ab und zu", "ab und an", "hin und wieder", "gelegentlich",
        "von zeit zu zeit",
    ),
    "r": (
        "regelmäßig", "sehr regelmäßig", "oft", "sehr oft", "öfter", "öfters", "häufig",
        "sehr häufig",
    ),
    "x|n": (
        "noch nicht", "noch immer nicht", "immer noch nicht", "nicht gesehen",
        "noch nicht gesehen", "kommt nicht vor", "kam nicht vor",
    ),
    "l|x": (*_NOT_ALONE, *(f"noch {phrase}" for phrase in _NOT_ALONE)),
}  # fmt: skip
"""Letters → the words for them."""

OTHERS: dict[Plain, tuple[str, ...]] = {
    Plain.CORRECTS: (
        "warte", "moment", "doch", "nein", "entschuldigung", "korrektur", "fehler", "mein fehler",
        "tippfehler", "eigentlich", "ups", "hoppla", "falsch", "irrtum", "ich habe mich vertan",
        "habe mich vertan", "ich hab mich vertan", "ich habe mich geirrt", "vertan", "vertippt",
    ),
    Plain.MARKS_LATER: (
        "sollte", "soll", "muss", "musste", "hätte sein sollen", "ich meinte", "ich meine",
        "meinte", "mach daraus", "ändere in", "ändern in", "soll heißen", "sollte heißen",
        "wird zu",
    ),
    Plain.INSTEAD: (
        "nicht", "kein", "keine", "und nicht", "aber nicht", "statt", "anstatt", "anstelle von",
    ),
    Plain.EVERYBODY: (
        "meine azubis", "meine klasse", "meine schüler", "beide", "alle beide", "beide azubis",
        "alle azubis", "alle meine azubis", "alle schüler", "alle meine schüler",
        "alle lernenden", "alle auszubildenden", "die ganze klasse", "ganze klasse",
        "die gesamte klasse", "die klasse", "die ganze gruppe", "jeder", "alle zusammen",
    ),
    Plain.NUMBER_OF: ("kompetenz", "kompetenzen", "indikator", "indikatoren", "punkt"),
    Plain.DONE: (
        "gemacht", "geübt", "gearbeitet an", "gearbeitet", "erledigt", "durchgeführt",
    ),
    Plain.CLASS: ("klasse", "gruppe"),
    Plain.CAN: (
        "beherrscht", "beherrsche", "kann", "konnte", "können", "gelingt", "schafft", "schaffe",
        "klappt", "geht",
    ),
    Plain.AND: ("und",),
    Plain.EXCEPT: ("außer", "bis auf"),
    Plain.FILLS: (
        "ich", "er", "sie", "es", "das", "schon", "mache", "macht", "ist", "war", "sein", "habe",
        "hat", "aber", "für", "bei", "zu", "wieder", "jetzt", "auch", "habe geschrieben", "die",
        "der", "den", "dem", "bereits", "sondern", "ihm", "ihr",
    ),
}  # fmt: skip
"""Not "noch" by itself, which says "neither" in Dutch, nor "mal", which is "badly" in French."""
