"""Subjects for the tests of the suite: no framework, known times."""
