"""The steps that make the database, in the order of their numbers.

A step never imports today's tables: it must make tomorrow what it made when it was written. One
that rebuilds a table (op.batch_alter_table, on SQLite) has to repeat sqlite_autoincrement in
table_kwargs; all else is carried over.
"""
