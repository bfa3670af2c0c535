"""One command a file: a docstring, `add_arguments(parser)` and `run(options)`, returning the exit code."""
