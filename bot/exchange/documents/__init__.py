"""Pages to read and to print, as PDF."""
