"""Where everything is kept: tables, statements by topic, and the unit of work."""
