"""Class groups to plan for: the sources' example, and any small one."""

from hypothesis import strategies as st

from bot.domain.planning.campus.model import (
    CampusSituation,
    GroupKind,
    GroupLimits,
    Lack,
    LessonGroup,
    Need,
    PlannedSession,
    Student,
)

A, B, C, D = 1, 2, 3, 4
"""The four students of the sources' example, by track."""
GAP, NOWHERE = Lack(Need.GAP), Lack(Need.NOWHERE)


def the_example(**changes):
    """The sources' class: 2 is trained at nobody's work, and what some lack at nobody's of them."""
    some = {1: NOWHERE, 2: GAP, 3: NOWHERE}
    others = {2: GAP, 6: NOWHERE}
    students = (Student(A, some), Student(B, others), Student(C, some), Student(D, others))
    return CampusSituation(
        **{"students": students, "sessions": {1: 2, 2: 1, 3: 1, 4: 1, 5: 1, 6: 3}} | changes
    )


@st.composite
def situations(draw):
    """Two to six students, up to five competences, with everything that can be said of them."""
    tracks = draw(st.lists(st.integers(1, 60), min_size=2, max_size=6, unique=True))
    numbers = draw(st.lists(st.integers(1, 30), min_size=1, max_size=5, unique=True))
    sessions = {number: draw(st.integers(1, 3)) for number in numbers}
    gaps = draw(st.sets(st.sampled_from(numbers), max_size=2))
    students = tuple(_student(draw, track, sessions, gaps) for track in tracks)
    return CampusSituation(
        students,
        sessions,
        GroupLimits(draw(st.integers(1, 3)), draw(st.none() | st.integers(1, 4))),
        locked=draw(st.dictionaries(st.integers(0, 3), _locked(tracks, numbers), max_size=1)),
        away=draw(st.dictionaries(st.integers(0, 3), _some(tracks), max_size=2)),
    )


def _student(draw, track, sessions, gaps):
    stands = {number: draw(st.sampled_from(["lacks", "supported", "alone"])) for number in sessions}
    lacks = {
        number: Lack(
            Need.GAP if number in gaps else draw(st.sampled_from(tuple(Need)[1:])),
            had=draw(st.integers(0, 1)),
            differs=draw(st.booleans()),
        )
        for number, standing in stands.items()
        if standing == "lacks"
    }
    supported = {number for number, standing in stands.items() if standing == "supported"}
    return Student(track, lacks, frozenset(supported))


def _some(tracks):
    return st.frozensets(st.sampled_from(tracks), max_size=2)


def _locked(tracks, numbers):
    groups = st.builds(
        LessonGroup,
        st.just(GroupKind.TOGETHER),
        st.sampled_from(numbers),
        _some(tracks).map(sorted).map(tuple),
    )
    return st.builds(PlannedSession, groups.map(lambda group: (group,)))
