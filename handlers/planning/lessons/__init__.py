"""Lessons on campus: when they are, and what the workplaces brought before one."""
