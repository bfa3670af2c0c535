"""What stands in pages: the fragments that they pull in, and what their templates show."""
