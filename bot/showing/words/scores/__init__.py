"""The words of scores: marks and their letters, colours, results."""
