"""What is told of what is kept: shared by the talk's sections and the page that tells it whole."""
