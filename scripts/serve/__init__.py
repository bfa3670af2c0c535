"""What `make serve` does besides building: rebuild little, and restart after an edit of its own code."""
