"""Files that came back: what was changed in them, as proposals to change the spec."""
