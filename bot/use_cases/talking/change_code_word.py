"""Change somebody's code word to the next of the list that nobody has."""

from bot.ports import UnitOfWork


def change_code_word(uow: UnitOfWork, person_id: int) -> str:
    """Change somebody's code word, and give the new one."""
    word = uow.code_words.propose(person_id)
    uow.code_words.choose(person_id, word)
    return word
