"""The palette by computation: what is written can be read, and no two colours are mistaken."""

from itertools import combinations

import pytest

from bot.domain.scoring.colours import Colour
from bot.pictures.theme import THEMES
from bot.showing.palette import BAR_PAINT, COLOUR_PAINT, Scheme
from tests.showing.seeing import EYES, apart, ciede2000, contrast, lab, linear, luminance

AT_A_GLANCE = 15.0
"""CIEDE2000 between two fields: a just noticeable difference is about 1, and from 10 on colours
side by side are told apart at a glance."""

READ, SEEN = 4.5, 3.0
"""WCAG AA: the contrast of text, and of a shape that has to be made out."""


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize(("one", "other"), list(combinations(Colour, 2)))
def test_no_two_colours_are_mistaken(scheme, eye, one, other):
    paints = COLOUR_PAINT[scheme]
    assert apart(paints[one].ground, paints[other].ground, eye) >= AT_A_GLANCE


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("eye", EYES)
def test_workplace_and_campus_are_not_mistaken(scheme, eye):
    theme = THEMES[scheme]
    assert apart(theme.workplace.ground, theme.campus.ground, eye) >= AT_A_GLANCE


@pytest.mark.parametrize("scheme", Scheme)
def test_everything_written_can_be_read(scheme):
    theme = THEMES[scheme]
    on_paper = [(theme.ink, theme.paper), (theme.soft, theme.paper), (theme.ink, theme.tint)]
    for ink, ground in [*theme.colours.values(), theme.workplace, theme.campus, *on_paper]:
        assert contrast(ink, ground) >= READ


def test_in_the_dark_all_that_was_said_outshines_the_tracks_and_what_was_not():
    theme = THEMES[Scheme.DARK]
    said = {colour: luminance(paint.ground) for colour, paint in theme.colours.items()}
    silent = said.pop(Colour.GREY)
    tracks = max(silent, luminance(theme.line), luminance(theme.bar.ground))
    assert min(said.values()) > 2 * tracks


@pytest.mark.parametrize("scheme", Scheme)
def test_shapes_can_be_made_out(scheme):
    theme = THEMES[scheme]
    for ground in (theme.workplace.ground, theme.campus.ground, theme.ink, theme.soft):
        assert contrast(ground, theme.paper) >= SEEN
    assert contrast(theme.bar.done, theme.bar.ground) >= SEEN


@pytest.mark.parametrize("scheme", Scheme)
def test_progress_is_grey_and_outshines_its_track(scheme):
    bar = BAR_PAINT[scheme]
    for colour in (bar.ground, bar.done):
        parts = bytes.fromhex(colour[1:])
        assert max(parts) - min(parts) <= 24
    ground, done, paper = (luminance(it) for it in (bar.ground, bar.done, THEMES[scheme].paper))
    assert abs(ground - paper) < abs(done - paper) / 5


def test_the_measures_are_the_published_ones():
    # Pairs of the test data that Sharma, Wu and Dalal published with the formula.
    for first, other, distance in (
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ):
        assert ciede2000(first, other) == pytest.approx(distance, abs=1e-4)
    assert lab(linear("#ffffff")) == pytest.approx((100, 0, 0), abs=0.01)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_palette_of_traffic_lights_would_fail():
    mistaken = [eye for eye in EYES if apart("#d32f2f", "#388e3c", eye) < AT_A_GLANCE]
    assert {"protanopia", "deuteranopia"} & set(mistaken)
