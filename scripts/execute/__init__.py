"""Runs other people's code: the programs of pages, example pairs, notebooks."""
