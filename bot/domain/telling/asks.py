"""What a message asks for by name: it is composed when it is sent, with what is true then."""

from enum import StrEnum


class Asks(StrEnum):
    """What a message asks for; the words are stored, and outlive a version."""

    DAY = "day"
    """The one unasked message of a day: everything that is due that day."""

    AGAIN = "again"
    """What is open, wanted later by somebody."""

    ALERT = "alert"
    QUESTION = "question"
    """A coach's question."""

    ANSWER = "answer"
    """The answer to it, brought back to the coach."""

    FEEDBACK = "feedback"
    """An answer to give feedback on."""

    FEEDBACK_GIVEN = "feedback given"
    DEVICE = "device"
    """A device on which somebody came in, told where they were before."""

    DEVICE_DISOWNED = "device disowned"
    """The same, of which they say that it was not them: told to their coaches."""

    PHONE_LOST = "phone lost"
    """A device that a coach ended, told to whose it was."""

    LINK_HANDED = "link handed"
    """An invitation that a coach made for somebody, told to them."""

    STOPPED = "stopped"
    """A placement that stops, told to those around it."""

    AGREEMENT_OWED = "agreement owed"
    """What somebody still owes for an agreement, told to them as the coach wishes."""

    HANDED_OVER = "handed over"
    """Who the coach is now, told to everybody around."""

    HANDOVER_PLANNED = "handover planned"
    """Who the coach will be, told to both coaches."""

    HANDED_BACK = "handed back"
    """Who stays the coach after all, told to those who had heard otherwise."""

    HANDOVER_FAILED = "handover failed"
    """That nobody takes students over on the day that was agreed, told to who can mend it."""

    CLAIM_MADE = "claim made"
    """A claim of what was learned before, or an appeal: told to who decides about it."""

    CLAIM_SETTLED = "claim settled"
    """What came of it, told to its student."""

    GOES_ON = "goes on"
    """That it goes on after all."""

    AWAY_TOLD = "away told"
    """That somebody is away, told to those around them who may know."""

    AWAY_NOTED = "away noted"
    """The same, told to who is away, where another one noted it."""

    SUBSTITUTE_NAMED = "substitute named"
    """Who stands in for whom and until when, told to both, to the student and to the coaches."""

    SUBSTITUTE_ENDED = "substitute ended"
    """That nobody stands in any more, told to the same."""

    SUBSTITUTE_GONE = "substitute gone"
    """That who stood in is no longer there, told to who was away and to the coaches."""

    SUBSTITUTE_LEFT = "substitute left"
    """That who was away is no longer there, while another one stands in: told to the coaches."""

    INCIDENT = "incident"
    """An incident at work, told to the coaches at once."""

    INCIDENT_SEEN = "incident seen"
    """That a coach saw it, told to who reported it."""
    CONTESTED = "contested"
    """That something they said is contested, told to who said it and to the coaches."""

    CONTEST_ENDED = "contest ended"
    """How that ended, told to all of them and to who contested it."""

    GUARDIAN_AGREED = "guardian agreed"
    """That a guardian said yes, told to the student and to those who score: it may begin."""

    OWN_DATA = "own data"
    """The file with what is kept of somebody, told to them."""

    OWN_DATA_FAILED = "own data failed"
    """That it could not be made."""

    OWN_DATA_ASKED = "own data asked"
    """That somebody asked for it, told to those who decide about them."""

    FILE_SEEN = "file seen"
    """What would come of a large file, told to the administrator who sent it."""

    FILE_DONE = "file done"
    """What came of it, or why it was not read in."""

    SEATS = "seats"
    """Who is coach by a roster and who no longer, told to the student and the coaches before."""

    LINKS_MADE = "links made"
    """Links that an administrator made for others, told to their coaches and administrators."""

    QUESTION_BACK = "question back"
    """What did not arrive, given back to who wrote it; so are the next three."""

    ANSWER_BACK = "answer back"
    FEEDBACK_BACK = "feedback back"
    FEEDBACK_GIVEN_BACK = "feedback given back"
    PING = "ping"
    """A sign that something waits on the page: which message, and never what it says."""

    MAIL_CODE = "mail code"
    """The code by which somebody shows that an address is theirs."""

    CODE_LOST = "code lost"
    """That an address took no code."""

    FORGET_AGAIN = "forget again"
    """Whether a wish to be forgotten still stands after the night."""

    FORGET_CONFIRMED = "forget confirmed"
    """That somebody wants to be forgotten, told to those who decide about it."""

    FORGET_WITHDRAWN = "forget withdrawn"
    """That the wish was taken back, told to the same."""

    FORGET_HELD = "forget held"
    """That it has to wait, and why: told to who wished it."""

    PLACE_LOST = "place lost"
    """That a place takes nothing any more, told at the next one."""
