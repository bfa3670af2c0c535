"""Measurements: both frameworks side by side, in rounds, on one thread; results are never edited."""
