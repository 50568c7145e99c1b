"""Where competences are pursued: training plans, agreed by three."""
