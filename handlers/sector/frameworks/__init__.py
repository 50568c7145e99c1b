"""Several frameworks in one programme, as who runs the school puts them together."""
