"""Looking at colours: report, film, photo, overview, route, class group."""
