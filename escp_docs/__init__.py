"""Check a cluster partnership against its call and write its documents from one description."""
