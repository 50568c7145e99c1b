"""Looking at colours: report, card, film, photo, overview, route, class group."""
