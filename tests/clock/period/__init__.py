"""A whole evaluation period, played by everybody in Dutch, and read message by message."""
