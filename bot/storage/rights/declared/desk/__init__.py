"""What a coach keeps in the air: dates of their own, visits, and teachers who begin."""
