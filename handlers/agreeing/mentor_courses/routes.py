"""Whether mentors followed the training for mentors."""

from bot.domain.school.tracks import Role
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.agreeing.mentor_courses.asked import CourseDayOffered
from handlers.agreeing.mentor_courses.saying import (
    keep_course,
    mean_course_day,
    tapped_day,
    tapped_drop,
    tapped_note,
    tell_course_over,
)
from handlers.agreeing.mentor_courses.shown import tapped_course, tapped_courses
from handlers.agreeing.mentor_courses.taps import (
    AskCourseDay,
    DropCourse,
    ListMentorCourses,
    NoteCourse,
    ShowMentorCourse,
)
from handlers.talking.routing.offering import stand_offered
from handlers.talking.routing.route import CommandRoute, QuestionRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "mentortraining",
            Words("mentoropleiding", "formation_mentor", "mentorenkurs"),
            keep_course,
            _("the training for mentors"),
            frozenset({Role.MENTOR, Role.COACH}),
            place=176,
        ),
    ),
    taps=(
        on(ShowMentorCourse, tapped_course),
        on(ListMentorCourses, tapped_courses),
        on(AskCourseDay, tapped_day),
        on(NoteCourse, tapped_note),
        on(DropCourse, tapped_drop),
    ),
    questions=(QuestionRoute(CourseDayOffered, stands=stand_offered, means=mean_course_day),),
    tellings={ErrandKind.MENTOR_COURSE: tell_course_over},
)
