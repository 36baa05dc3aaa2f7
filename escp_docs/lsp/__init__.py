"""The door for editors of text: the Language Server Protocol over standard input and output."""
