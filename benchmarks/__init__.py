"""Timings of the program against its peers, each a ratio measured in one run."""
