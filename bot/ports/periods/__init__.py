"""What evaluation periods, their photos and reminders ask of the storage."""
