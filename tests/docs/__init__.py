"""The documentation does what it says: its commands are run, its links lead somewhere."""
