"""The program to start with a double click: a folder with Python and all it needs, zipped."""
