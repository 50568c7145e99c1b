"""The people of a sample on one page, live: for trying things out."""
