"""A coach's visits at workplaces: when one is owed, what was said, and what was promised."""
