"""Two versions of a document, and the one tree in which both stand: a redline."""
