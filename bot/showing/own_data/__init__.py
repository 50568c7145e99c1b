"""How what is kept of somebody is shown to them: by topic, in tables, in plain words."""
