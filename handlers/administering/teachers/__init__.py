"""Who coaches the teachers of a school, and who of them is new, said by an administrator."""
