"""Where people get e-mail: asked about, confirmed, taken away, refused, and reached again."""
