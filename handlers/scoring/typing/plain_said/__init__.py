"""The plain words of a line of scores in French and in German, a table for each language."""
