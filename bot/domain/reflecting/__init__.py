"""A student's own week, the question that fits a day, and who reads the answer."""
