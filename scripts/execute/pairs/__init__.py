"""Example pairs: run both programs and the mistake, and compare what they computed."""
