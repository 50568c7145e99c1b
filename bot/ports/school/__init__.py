"""Who somebody is in a school beside all tracks, as it is stored."""
