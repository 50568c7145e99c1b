"""Code words: shown, proposed and chosen."""
