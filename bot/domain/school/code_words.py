"""Code words: plain words that stand for people where their names are not said.

None is a word that is typed in a line of scores, a command, or a name in the languages here; a test
looks. None may hurt: no animals with a bad name, nothing of the body, no colour of a competence.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import product

CODE_WORDS = {
    "nl": (
        "fluit kompas anker trommel paraplu ladder lantaarn molen brug haven vuurtoren vlieger "
        "kano tulp klaver varen esdoorn berk wilg lavendel tijm basilicum kaneel gember citroen "
        "perzik abrikoos kers pruim framboos braam hazelnoot kastanje walnoot otter egel eekhoorn "
        "libel krekel merel zwaluw ijsvogel specht kievit reiger pinguin dolfijn zeepaard schelp "
        "koraal kiezel kwarts graniet marmer fjord delta oase vulkaan gletsjer rivier meander "
        "heide duin polder vallei wolk nevel regenboog bliksem sneeuwvlok maan komeet planeet "
        "orgel cello piano gitaar viool banjo harp trompet tamboerijn fagot wals tango sonate "
        "puzzel domino tol slinger zandloper telescoop vulpen krijt penseel palet sjaal muts "
        "knoop kussen deken mand emmer kruik theepot ketel pannenkoek wafel muffin soep pretzel "
        "tandem slee zeilboot gondel ballon raket tunnel sluis pier kade toren kasteel tent"
    ),
    "en": (
        "flute compass anchor drum umbrella ladder lantern windmill bridge harbour lighthouse kite "
        "canoe tulip clover fern maple birch willow lavender thyme basil cinnamon ginger lemon "
        "peach apricot cherry plum raspberry bramble hazelnut chestnut walnut otter hedgehog "
        "squirrel dragonfly cricket blackbird swallow kingfisher woodpecker lapwing heron penguin "
        "dolphin seahorse shell coral pebble quartz granite marble fjord delta oasis volcano "
        "glacier river meander heather dune meadow valley cloud mist rainbow lightning snowflake "
        "moon comet planet organ cello piano guitar violin banjo harp trumpet tambourine bassoon "
        "waltz tango sonata puzzle domino pendulum hourglass telescope crayon brush "
        "palette scarf button cushion blanket basket bucket teapot kettle pancake waffle muffin "
        "soup pretzel tandem sledge sailboat gondola balloon rocket tunnel pier tower castle tent"
    ),
    "fr": (
        "boussole ancre tambour parapluie escabeau lanterne moulin pont phare canot tulipe "
        "fougere erable bouleau saule lavande thym basilic cannelle gingembre citron peche abricot "
        "cerise prune framboise noisette chataigne noix loutre herisson ecureuil libellule grillon "
        "hirondelle pivert heron pingouin dauphin hippocampe coquillage corail galet quartz granit "
        "marbre fjord delta oasis volcan glacier fleuve meandre bruyere dune prairie vallon nuage "
        "brume eclair flocon lune comete planete orgue violoncelle piano guitare violon "
        "banjo harpe trompette tambourin basson valse tango sonate puzzle domino pendule sablier "
        "telescope craie pinceau palette echarpe bouton coussin couverture panier seau theiere "
        "bouilloire crepe gaufre muffin soupe bretzel tandem luge voilier gondole ballon fusee "
        "tunnel quai tour chateau tente flute"
    ),
    "de": (
        "kompass anker trommel regenschirm leiter laterne windrad hafen leuchtturm drachen "
        "kanu tulpe klee farn ahorn birke weide lavendel thymian basilikum zimt ingwer zitrone "
        "pfirsich aprikose kirsche pflaume himbeere haselnuss kastanie walnuss otter igel "
        "libelle grille schwalbe eisvogel specht kiebitz reiher pinguin delfin seepferd muschel "
        "koralle kiesel quarz granit marmor fjord delta oase vulkan gletscher fluss heide wiese "
        "wolke nebel regenbogen blitz schneeflocke mond komet planet orgel cello klavier gitarre "
        "geige banjo harfe trompete tamburin fagott walzer tango sonate puzzle domino kreisel "
        "pendel sanduhr teleskop kreide pinsel palette schal knopf kissen decke korb eimer "
        "teekanne kessel pfannkuchen waffel muffin suppe brezel tandem schlitten segelboot gondel "
        "ballon rakete tunnel schleuse turm burg zelt floete"
    ),
}
"""Of each language the words that stand for people, without signs that phones write otherwise."""


def words_of(language: str) -> list[str]:
    """List the code words of a language, those in English where it has none."""
    return CODE_WORDS.get(language, CODE_WORDS["en"]).split()


def propose_words(language: str, taken: Collection[str], start: int = 0) -> Iterator[str]:
    """Propose code words that nobody has, from one place in the list on; two words behind those.

    `taken` are words in small letters: those of others, and the words of everybody's names.
    """
    words = words_of(language)
    start %= len(words)
    yield from (word for word in (*words[start:], *words[:start]) if word not in taken)
    free = [word for word in words if word not in taken] or words
    pairs = (f"{first}-{second}" for first, second in product(free, free) if first != second)
    yield from (pair for pair in pairs if pair not in taken)


def hand_out_words(language: str, taken: set[str], starts: Iterable[int]) -> Iterator[str]:
    """Share words out: to one person after the other the first proposed from their place on.

    What is given joins `taken`. Those behind the list's end are never looked through anew: a school
    of thousands costs no more for each of them than a small one.
    """
    words = words_of(language)
    behind: Iterator[str] | None = None
    for start in starts:
        if behind is None and all(word in taken for word in words):
            behind = propose_words(language, taken)
        given = next(behind if behind is not None else propose_words(language, taken, start))
        taken.add(given)
        yield given
