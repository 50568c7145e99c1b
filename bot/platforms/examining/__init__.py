"""What the doctor asks of the platforms, and how to mend what is wrong."""
