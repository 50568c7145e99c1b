"""When things go otherwise: absence, an incident, a placement that stops, what helps."""
