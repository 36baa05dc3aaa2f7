"""What several rules share: legal entities, the bounds of a budget, outputs and their carriers."""
