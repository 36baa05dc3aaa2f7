"""Pages in a moment, by Typst: drafts to look at, which are never handed in."""
