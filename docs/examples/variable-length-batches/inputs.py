"""The same numbers for both frameworks."""

# Sentences as token numbers. 0 is a token like the others.
sentences = [[5, 0, 7], [3], [9, 2, 0, 4], [6, 0], [8, 1, 1]]
