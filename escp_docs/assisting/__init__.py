"""What an assistant is told of a spec, and how it proposes changes that a person takes."""
