"""What a spec states and what a call asks: plain frozen values."""
