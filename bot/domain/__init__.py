"""The method itself: pure rules, standard library only."""
