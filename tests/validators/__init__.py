"""Documents judged by validators that we did not write: veraPDF, the Open XML SDK, axe-core."""
