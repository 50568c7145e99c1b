"""What questions to students and their answers ask of the storage."""
