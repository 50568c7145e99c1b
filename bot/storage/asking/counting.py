"""Answers without a name on one connection: who answered on one side, and counts on the other."""

from collections import defaultdict

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select, update

from bot.domain.asking.questionnaires import AskingRound
from bot.domain.asking.tallies import Tally
from bot.storage.sqlite import forget
from bot.storage.tables import answer_tally, asking_round, round_answered, unsigned_words

_ROUND: BindParameter[int] = bindparam("round")
_ANSWERED = insert(round_answered)
_WHO = select(round_answered.c.person_id).where(round_answered.c.round_id == _ROUND)
_GONE = delete(round_answered).where(round_answered.c.round_id == _ROUND)
_SHEETS = select(asking_round.c.answered).where(asking_round.c.id == _ROUND)
_COUNTS = select(answer_tally.c.number, answer_tally.c.value, answer_tally.c["count"]).where(
    answer_tally.c.round_id == _ROUND
)
_WORDS = (
    select(unsigned_words.c.number, unsigned_words.c.words)
    .where(unsigned_words.c.round_id == _ROUND)
    .order_by(unsigned_words.c.number, unsigned_words.c.place)
)
_CLEAR = (
    delete(answer_tally).where(answer_tally.c.round_id == _ROUND),
    delete(unsigned_words).where(unsigned_words.c.round_id == _ROUND),
)
_COUNT_SHEETS = update(asking_round).where(asking_round.c.id == _ROUND)


def note_answered(connection: Connection, asked: AskingRound, person_id: int) -> None:
    """Note that somebody answered: all are written anew, so that none tells who came first."""
    here = {"organisation_id": asked.questionnaire.organisation_id, "round_id": asked.id}
    found = connection.execute(_WHO, {"round": asked.id}).scalars()
    rows = [{**here, "person_id": person} for person in sorted({*found, person_id})]
    connection.execute(_GONE, {"round": asked.id})
    connection.execute(_ANSWERED, rows)


def forget_who(connection: Connection, round_id: int) -> None:
    """Forget who answered."""
    connection.execute(_GONE, {"round": round_id})


def read_tally(connection: Connection, round_id: int) -> Tally:
    """Read what was counted."""
    here = {"round": round_id}
    counts = {(number, value): count for number, value, count in connection.execute(_COUNTS, here)}
    words: dict[int, list[str]] = defaultdict(list)
    for number, said in connection.execute(_WORDS, here):
        words[number].append(said)
    return Tally(counts, dict(words), connection.execute(_SHEETS, here).scalar_one() or 0)


def put_tally(connection: Connection, asked: AskingRound, tally: Tally) -> None:
    """Write all rows anew, in an order of their own: none tells when it came or with which."""
    forget(connection)
    here = {"organisation_id": asked.questionnaire.organisation_id, "round_id": asked.id}
    for statement in _CLEAR:
        connection.execute(statement, {"round": asked.id})
    counts = [
        {**here, "number": number, "value": value, "count": count}
        for (number, value), count in sorted(tally.counts.items())
    ]
    if counts:
        connection.execute(insert(answer_tally), counts)
    words = [
        {**here, "number": number, "place": place, "words": said}
        for number, all_said in sorted(tally.words.items())
        for place, said in enumerate(all_said, 1)
    ]
    if words:
        connection.execute(insert(unsigned_words), words)
    connection.execute(_COUNT_SHEETS.values(answered=tally.sheets), {"round": asked.id})
