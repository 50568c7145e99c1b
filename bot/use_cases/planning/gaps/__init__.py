"""What one student met nowhere, and nobody plans."""
