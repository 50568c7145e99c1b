"""Questions to students, their answers, and who may read them."""
