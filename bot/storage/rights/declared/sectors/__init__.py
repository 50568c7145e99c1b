"""Privacy of what concerns sectors: who speaks for them, modules, totals."""
