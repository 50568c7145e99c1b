"""What typed words mean: who is named, which day, which letters, scores or an answer."""
