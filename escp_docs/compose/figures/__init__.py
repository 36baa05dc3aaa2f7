"""Figures as SVG, each drawn from the spec alone."""
