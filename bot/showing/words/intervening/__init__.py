"""The words for interventions, which the log and the year say alike."""
