"""Files in: frameworks, rosters, an organisation, prompts, tips; files out: lists and tables."""
