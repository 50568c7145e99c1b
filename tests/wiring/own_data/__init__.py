"""The file with what is kept of somebody."""
