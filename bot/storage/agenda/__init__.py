"""What a tick may have to do, by what every topic asks."""
