"""Sectors: who speaks for them, and the modules that they propose to the school."""
