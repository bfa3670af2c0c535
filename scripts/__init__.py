"""What reads, checks, renders and publishes the site (`python -m scripts --help`)."""
