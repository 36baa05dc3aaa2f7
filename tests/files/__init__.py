"""What is read of a disk, and what is left there."""
