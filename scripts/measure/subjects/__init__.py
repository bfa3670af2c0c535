"""One subject a file: `SUBJECT`, whose variants import their framework when they are made ready."""
