"""A region: a word that a school gives to its workplaces, by which totals are told apart (ours)."""

LONGEST_REGION = 40


def is_region(word: str) -> bool:
    """Say whether a tidied word can name a region."""
    return 0 < len(word) <= LONGEST_REGION and any(sign.isalnum() for sign in word)
