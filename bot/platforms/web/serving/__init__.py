"""Before any request is looked at: who may ask, how much, under which path."""
