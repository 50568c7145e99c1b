"""What is said of indicators: scales, marks, the film, colours."""
