"""Pictures of others made safe to print: nothing in them but what is to be seen."""
