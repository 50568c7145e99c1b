"""Lessons on campus: their times, and what happened at the workplaces before one."""
