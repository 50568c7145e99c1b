"""Where competences are pursued, agreed by three."""
