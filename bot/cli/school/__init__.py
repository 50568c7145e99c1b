"""The school on the command line: its name, people, programmes, holidays and tracks."""
