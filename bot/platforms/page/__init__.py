"""The page as a platform: a link opens the own chat on any device, without an account."""
