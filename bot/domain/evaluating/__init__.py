"""The end of a period: what a student is evaluated on, and what people decide."""
