"""Taking in frameworks, programmes and rosters, for good or as a dry run."""
