"""What is planned, as it is declared."""
