"""Who is counted together: never fewer than five, whatever happens to a school."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.sector.totals.blocks import ELSEWHERE, FEWEST, KeptBlock, cut_blocks
from bot.domain.sector.totals.book import PROGRAMME
from bot.domain.sector.totals.spread import is_mixed
from tests.domain.sector.played import COLOURS, COMPETENCE, SOME, Played

REGIONS = st.dictionaries(st.integers(0, 24), st.sampled_from(["", "N", "S", "E"]), max_size=25)
PHOTOS = st.lists(st.tuples(REGIONS, st.randoms(use_true_random=False)), min_size=1, max_size=4)
GONE = st.lists(st.integers(0, 24), max_size=3)


def cut(regions: dict[int, str], *blocks: KeptBlock) -> list[tuple[str | None, list[int]]]:
    parts = cut_blocks(regions, blocks, lambda student: student)
    return [(part.region, sorted(part.members)) for part in parts]


def test_a_region_of_five_is_counted_by_itself():
    regions = {own: "N" if own < 5 else "S" for own in range(10)}
    assert cut(regions) == [("N", [0, 1, 2, 3, 4]), ("S", [5, 6, 7, 8, 9])]


def test_small_regions_are_counted_elsewhere_and_others_go_along():
    regions = {own: "N" if own < 9 else "S" for own in range(11)}
    assert cut(regions) == [(ELSEWHERE, [6, 7, 8, 9, 10]), ("N", [0, 1, 2, 3, 4, 5])]


def test_fewer_than_five_wait():
    assert cut(dict.fromkeys(range(4), "N")) == [(None, [0, 1, 2, 3])]


def test_newcomers_wait_until_they_are_five():
    block = KeptBlock(1, 6, frozenset(range(6)))
    assert cut(dict.fromkeys(range(9), ""), block) == [
        (ELSEWHERE, [0, 1, 2, 3, 4, 5]),
        (None, [6, 7, 8]),
    ]


def test_four_go_along_with_who_leaves():
    block = KeptBlock(1, 12, frozenset(range(12)))
    assert cut(dict.fromkeys(range(11), ""), block) == [
        (ELSEWHERE, [0, 1, 2, 3, 4, 5, 6]),
        (None, [7, 8, 9, 10, 11]),
    ]


def test_who_was_erased_takes_others_along_as_well():
    block = KeptBlock(1, 9, frozenset(range(8)))
    assert cut(dict.fromkeys(range(8), ""), block) == [(None, [*range(8)])]


@settings(deadline=None)
@given(PHOTOS, GONE)
def test_every_number_is_of_whole_atoms_that_are_large_enough_and_mixed(photos, gone):
    played, erased = Played(), set()
    for period, (regions, random) in enumerate(photos, 1):
        here = {own: at for own, at in regions.items() if own not in erased}
        frozen = played.count(period, here, {own: random.choice(SOME) for own in here})
        assert all(count >= FEWEST for count in frozen.students.values())
        of_atoms = sum(
            (sum(spread.values()) for _members, at, spread in played.atoms() if at == period)
        )
        sets = frozen.numbers.get(COMPETENCE, {})
        assert of_atoms == sum(sum(own.get(COLOURS, {}).values()) for own in sets.values())
        assert PROGRAMME not in sets or len(sets) == 1
        if gone and period == 1:
            erased = set(gone)
            for student in gone:
                played.erase(student)
        assert all(block.size >= FEWEST for block in played.book.blocks.values())
        for atom in played.book.atoms.get(COMPETENCE, ()):
            assert atom.blocks <= played.book.blocks.keys()
            assert sum(played.book.blocks[own].size for own in atom.blocks) >= FEWEST
            for spread in atom.history.values():
                assert is_mixed(spread)
                size = sum(played.book.blocks[own].size for own in atom.blocks)
                assert sum(spread.values()) == size
