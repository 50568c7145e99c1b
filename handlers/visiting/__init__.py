"""The talk about visits at workplaces."""
