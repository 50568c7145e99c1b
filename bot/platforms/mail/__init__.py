"""E-mail: signs of what waits on the page, by the school's own mail server."""
