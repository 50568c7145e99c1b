"""A student's answers: questions, parts, evidence, goals, feedback, sharing."""
