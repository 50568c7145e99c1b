"""What files say before it is stored: drafts, and what an import changes."""
