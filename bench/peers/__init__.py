"""What we are measured beside: the least that does a tap, as each library's own manual has it."""
