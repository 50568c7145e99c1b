"""All alerts that stand open: ordered by how bad each is now, in pages, and calmer with time."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.divergence.alerts import AlertStanding, AlertState, Gist
from bot.domain.divergence.kinds import DivergenceKind, Route
from bot.domain.divergence.severity import Severity
from bot.domain.school.tracks import Role
from bot.ports.divergence import Alert, AlertPlace
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.divergence.see_divergence import order_alerts
from handlers.divergence import listed, tell_digest
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.school import School

__all__ = ["dutch_school", "own_school"]

SIDES = ((Role.TEACHER,), (Role.STUDENT, Role.MENTOR))


def standing(school: School, severity: Severity, views: int | None, days: int) -> AlertStanding:
    gist = Gist(SIDES, severity, 4, 4, (), views)
    since = school.at - timedelta(days=days)
    return AlertStanding(DivergenceKind.VERDICT, AlertState.OPEN, Route.ALERT, since, gist)


def test_what_time_made_worse_comes_before_sixty_that_were_worse_once(own_school: School):
    school = with_period(own_school)  # 40 days before the photo
    clear = [standing(school, Severity.CLEAR, 3, days=1) for _sixty in range(60)]
    standings = [*clear, standing(school, Severity.SLIGHT, 3, days=20)]
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        tracks = uow.tracks.list_of(school.people["c1"].person_id)
        alerts = [
            Alert(number, 1, tracks[0].id, 1, stood, stood.since, stood.since, school.at)
            for number, stood in enumerate(standings, 1)
        ]
        ordered = order_alerts(uow, tracks, alerts, school.at)
        assert [alert.id for alert in ordered] == [61, *range(1, 61)]
        tomorrow = school.at + timedelta(days=1)
        put_off = [replace(alerts[-1], id=0, snoozed_until=tomorrow)]
        ordered = order_alerts(uow, tracks, [*put_off, *alerts], school.at)
        assert ordered[-1].id == 0


def test_every_alert_can_be_reached_by_turning_pages(own_school: School, monkeypatch):
    monkeypatch.setattr(listed, "LISTED", 2)
    school = with_period(own_school)
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (track, *_others) = uow.tracks.list_of(school.people["c1"].person_id)
        competences = uow.tracks.read_programme(track.programme_id).competences
        for competence in competences:
            place = AlertPlace(1, track.id, competence.id)
            uow.alerts.keep(place, standing(school, Severity.CLEAR, 3, days=1), school.at)
    assert f"{len(competences)} alerts stand open." in school.text("c1", "/alerts")
    seen = school.buttons("c1")[:2]
    assert "more ›" in school.buttons("c1")
    assert "Page 2 of 2." in school.tapped("c1", "more ›")
    seen += [label for label in school.buttons("c1") if "·" in label]
    assert len(set(seen)) == len(competences)


def test_the_week_puts_all_smaller_ones_in_order_and_every_one_can_be_reached(
    own_school: School, monkeypatch
):
    monkeypatch.setattr(tell_digest, "LISTED", 2)
    monkeypatch.setattr(tell_digest, "LOOKED_AT", 2)
    school = with_period(own_school)
    all_score(school)
    for number in (10, 11):
        school.say("m1", f"jonas {number} all v")
        school.say("t1", f"jonas {number} all x")
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (track, *_others) = uow.tracks.list_of(school.people["c1"].person_id)
        competences = uow.tracks.read_programme(track.programme_id).competences
        for at, competence in enumerate(competences):
            place = AlertPlace(1, track.id, competence.id)
            worse = Severity.CLEAR if at == len(competences) - 1 else Severity.SLIGHT
            stood = standing(school, worse, 2 if worse is Severity.CLEAR else 0, days=1)
            uow.alerts.keep(place, replace(stood, route=Route.DIGEST), school.at)
    first = school.tap_code("c1", "al")[0]
    assert first.text.splitlines()[1].startswith(f"Jonas · {competences[-1].number} ")
    reached = list(first.text.splitlines()[1:])
    for _page in range(9):
        if "more ›" not in school.buttons("c1"):
            break
        reached += school.tap("c1", "more ›")[0].text.splitlines()[1:]
    named = [line.split(" · ")[1].split(":")[0] for line in reached]
    assert sorted(named) == sorted(f"{own.number} {own.title}" for own in competences)


def test_a_dispute_that_nobody_changed_for_two_weeks_is_urgent_only_near_the_photo(
    own_school: School,
):
    school = with_period(own_school)
    all_score(school)
    quiet(school)
    assert "⚠⚠ Jonas" in school.text("c1", "/alerts")
    school.later(days=15)  # before, it weighed one point more by now, and was urgent for ever
    assert "⚠⚠ Jonas" in school.text("c1", "/alerts")
    school.say("c1", "/alerts")
    shown = school.tapped("c1", "Jonas · 8 Marks out routes · Period 3")
    assert "Serious, since 14 Oct; unchanged since 14 Oct." in shown
    school.later(days=19)  # six days before the photo
    assert "‼ Jonas" in school.text("c1", "/alerts")


def test_once_somebody_scores_anew_a_dispute_of_long_ago_may_be_urgent_again(own_school: School):
    school = with_period(own_school)
    all_score(school)
    quiet(school)
    school.later(days=15)
    school.say("t1", "jonas 8 4l")
    quiet(school)
    assert "‼ Jonas" in school.text("c1", "/alerts")
