"""Who does not know how to go on, in four languages: answered as a call for help, never kept."""

PUZZLED = (
    "ik snap het niet", "ik snap dit niet", "ik snap dat niet", "snap het niet", "snap ik niet",
    "ik snap er niets van", "ik snap er niks van", "ik begrijp het niet", "ik begrijp dit niet",
    "ik begrijp dat niet", "begrijp het niet", "ik begrijp er niets van", "ik versta het niet",
    "ik versta dat niet", "ik weet niet hoe", "ik weet niet hoe dit werkt", "ik weet het niet meer",
    "ik weet niet wat ik moet doen", "ik weet niet hoe het werkt",
    "i do not understand", "i don t understand", "i dont understand", "i don t get it",
    "i do not get it", "i dont get it", "i do not understand this", "i don t understand this",
    "i don t understand it", "i don t know what to do", "i do not know what to do",
    "i don t know how", "i do not know how",
    "je ne comprends pas", "je comprends pas", "je n y comprends rien", "je ne comprends rien",
    "je comprends rien", "j ai pas compris", "je n ai pas compris", "je ne sais pas comment",
    "je ne sais pas comment faire", "je ne sais pas quoi faire",
    "ich verstehe nicht", "ich verstehe das nicht", "ich verstehe es nicht", "versteh ich nicht",
    "verstehe ich nicht", "das verstehe ich nicht", "ich verstehe nichts",
    "ich habe es nicht verstanden", "ich weiß nicht wie", "ich weiß nicht wie das geht",
    "ich weiß nicht was ich tun soll",
)  # fmt: skip
