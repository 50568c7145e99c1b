"""What intakes ask of the storage: rounds, candidates and places, interviews, and who sees what."""
