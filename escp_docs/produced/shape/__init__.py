"""The closed shape of produced files: what our writers write, and a name for everything else."""
