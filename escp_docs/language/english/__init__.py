"""English, as official texts of the Union write it."""
