"""Example pairs: run both programs and the mistake, compare what they found, record it."""
