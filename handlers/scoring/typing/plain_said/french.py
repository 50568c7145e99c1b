"""French plain words of a line of scores, folded; an apostrophe is a blank."""

from handlers.scoring.typing.plain_said.kinds import Plain

_NOT_ALONE = (
    "pas seul", "pas seule", "pas tout seul", "pas toute seule", "pas sans aide",
    "pas en autonomie", "pas de facon autonome",
)  # fmt: skip
MARKS: dict[str, tuple[str, ...]] = {
    "v": (
        "seul", "seule", "tout seul", "toute seule", "en autonomie", "en toute autonomie",
        "autonome", "de facon autonome", "de maniere autonome", "sans aide", "sans soutien",
        "sans accompagnement", "par lui meme", "par elle meme", "de lui meme", "d elle meme",
        "spontanement",
    ),
    "l": (
        "avec aide", "avec de l aide", "avec un peu d aide", "avec beaucoup d aide", "avec l aide",
        "avec soutien", "avec du soutien", "avec accompagnement", "avec un accompagnement",
        "sous supervision",
    ),
    "x": (
        "pas", "pas du tout", "pas montre", "pas encore montre", "non montre", "pas maitrise",
        "pas encore maitrise", "non maitrise",
    ),
    "n": (
        "jamais", "encore jamais", "jamais fait", "jamais encore fait", "pas encore fait",
        "jamais aborde", "pas aborde", "pas encore aborde", "jamais presente",
        "jamais ete aborde", "pas encore ete aborde",
    ),
    "s": (
        "parfois", "quelquefois", "de temps en temps", "de temps a autre", "occasionnellement",
        "a l occasion",
    ),
    "r": (
        "regulierement", "tres regulierement", "souvent", "tres souvent", "frequemment",
    ),
    "x|n": (
        "pas encore", "toujours pas", "pas vu", "pas encore vu", "ne se presente pas",
        "ne s est pas presente",
    ),
    "l|x": (*_NOT_ALONE, *(phrase.replace("pas ", "pas encore ", 1) for phrase in _NOT_ALONE)),
}  # fmt: skip
"""Letters → the words for them."""

OTHERS: dict[Plain, tuple[str, ...]] = {
    Plain.CORRECTS: (
        "attends", "attendez", "finalement", "non", "pardon", "desole", "desolee", "erreur",
        "mon erreur", "faute de frappe", "en fait", "en realite", "oups", "zut",
        "je me suis trompe", "je me suis trompee", "c etait faux",
    ),
    Plain.MARKS_LATER: (
        "devait", "devrait", "doit", "aurait du", "il fallait", "je voulais dire", "je voulais",
        "je veux dire", "mets", "mettez", "change en", "changez en", "devient",
    ),
    Plain.INSTEAD: (
        "pas", "et pas", "et non", "mais pas", "non pas", "au lieu de", "au lieu d", "plutot que",
    ),
    Plain.EVERYBODY: (
        "mes eleves", "ma classe", "les deux", "tous les deux", "toutes les deux", "tout le monde",
        "toute la classe", "la classe", "tout le groupe", "tous les eleves", "tous mes eleves",
    ),
    Plain.NUMBER_OF: ("indicateur", "indicateurs", "numero"),
    Plain.DONE: (
        "fait", "pratique", "exerce", "travaille", "travaille sur", "realise", "effectue",
    ),
    Plain.CLASS: ("classe", "groupe"),
    Plain.CAN: (
        "maitrise", "peut", "peux", "peut faire", "peux faire", "sait", "sais", "sait faire",
        "sais faire", "arrive a", "arrive a faire", "y arrive", "reussit", "reussis",
        "reussit a faire", "est capable de", "est capable de faire",
    ),
    Plain.AND: ("et",),
    Plain.EXCEPT: ("sauf", "excepte", "hormis"),
    Plain.FILLS: (
        "je", "j ai", "il", "elle", "a", "deja", "le", "la", "ca", "c est", "est", "etre", "mais",
        "pour", "encore", "aussi", "ai dit", "fait", "faire", "ne", "maintenant", "cela",
    ),
}  # fmt: skip

"""Not 'on' and 'lui', which are English and Dutch words for something else."""

ELIDED = ("l'a", "n'a", "l'ai", "n'ai", "n'est", "n'y", "l'est", "s'est", "qu'il", "qu'elle")
"""Fillers that hold a letter which may be a mark; they count in one piece alone, as written."""
