"""How a student comes in: intakes, candidates, companies with a place, interviews, outcomes."""
