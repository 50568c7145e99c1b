"""When class groups have lessons on campus."""
