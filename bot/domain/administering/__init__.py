"""Who runs a school's Kompaan, and what was done that touches people's rights."""
