"""Lessons on campus, and what happened at the workplaces before one."""
