"""Questions that a school wrote, asked one by one: nothing is sent before the end."""
