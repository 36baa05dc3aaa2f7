"""A second reading of the call, written from its words alone, and compared with the rules."""
