"""The only packages that open or write files."""
