"""What ordinary words say in French and in German: tables, a module for each language."""
