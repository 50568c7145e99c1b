"""Who works on what in the lessons on campus: the model, the rule, and why."""
