"""How somebody's scores stand: what was said last, by whom, and what is open."""
