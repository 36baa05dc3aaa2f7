"""What an editor of text is told of a spec, with what is typed and not saved yet."""
