"""Choosing how an organisation speaks: an address of a language, or what a role is called."""

from collections.abc import Iterable, Iterator, Sequence

from bot.domain.folding import fold
from bot.domain.languages import LANGUAGES
from bot.domain.manner import ADDRESSES, Manner, read_manner
from bot.i18n.role_names import RoleName, role_names
from bot.messages import Text, _
from bot.refusal import Refused


def choose_manner(
    kept: str, language: str, addresses: Iterable[str] = (), roles: Iterable[str] = ()
) -> str:
    """Change a manner, as it is kept, by what somebody writes; gives it as it is kept then.

    An address is written as de=Sie, what a role is called as student=cursist, which holds in every
    language that has a name of that kind, or as fr:student=stagiaire, in one alone. `language` is
    the organisation's: it is looked in first. Raises Refused for what there is none of.
    """
    manner = read_manner(kept)
    for written in addresses:
        manner = _addressed(manner, written)
    for written in roles:
        manner = _called(manner, language, written)
    return manner.kept()


def list_addresses(kept: str) -> list[str]:
    """List the address in each language that tells one from the other, such as de=Sie."""
    chosen = read_manner(kept).addresses
    return [f"{language}={chosen.get(language, words[0])}" for language, words in _spoken()]


def list_names(kept: str) -> Iterator[tuple[str, list[str]]]:
    """List by language what roles are called, such as student=cursist, with the usual names."""
    chosen = read_manner(kept).names
    for language in LANGUAGES:
        own, known = chosen.get(language, {}), role_names(language).items()
        yield language, [f"{role}={own.get(role) or names[0].word}" for role, names in known]


def _spoken() -> list[tuple[str, tuple[str, ...]]]:
    return [(language, words) for language, words in ADDRESSES.items() if language in LANGUAGES]


def _addressed(manner: Manner, written: str) -> Manner:
    language, _equals, wanted = (part.strip() for part in written.partition("="))
    words = dict(_spoken()).get(language, ())
    known = next((word for word in words if fold(word) == fold(wanted)), None)
    if known is None:
        every = (f"{of}={word}" for of, all_of in _spoken() for word in all_of)
        raise Refused(
            _(
                "{written} is no address; it is one of {every}.",
                written=written,
                every=", ".join(every),
            )
        )
    return manner.addressing(language, known)


def _called(manner: Manner, school_s: str, written: str) -> Manner:
    named, _equals, word = (part.strip() for part in written.partition("="))
    alone, _colon, role = named.rpartition(":")
    languages = [alone] if alone else sorted(LANGUAGES, key=lambda code: code != school_s)
    found = _found(languages, role, word)
    if found is None:
        raise Refused(_unknown(written, role, languages))
    home, chosen = found
    usual = chosen is role_names(home)[role][0]
    for language in languages:
        names = role_names(language).get(role, ())
        like = [name for name in names if name.kind == chosen.kind]
        # What is usual in one language is usual in every other.
        name = next(iter([chosen] if language == home else [] if usual else like), None)
        word = "" if name is None or name is names[0] else name.word
        manner = manner.calling(language, {role: word})
    return manner


def _found(languages: Iterable[str], role: str, word: str) -> tuple[str, RoleName] | None:
    """Find the language that knows a name of a role, and that name: the first that does."""
    for language in languages:
        for name in role_names(language).get(role, ()):
            if fold(name.word) == fold(word):
                return language, name
    return None


def _unknown(written: str, role: str, languages: Sequence[str]) -> Text:
    known = [role_names(language).get(role, ()) for language in languages]
    words = dict.fromkeys(name.word for names in known for name in names)
    if not words:
        roles = ", ".join(dict.fromkeys(role for code in LANGUAGES for role in role_names(code)))
        return _(
            "{written} names no role: write one of {roles}, then = and a name, or a language and : "
            "before it, such as student=cursist or fr:student=stagiaire.",
            written=written,
            roles=roles,
        )
    return _(
        "{written} is not a name that our sentences know; a {role} can be called {words}.",
        written=written,
        role=role,
        words=", ".join(words),
    )
