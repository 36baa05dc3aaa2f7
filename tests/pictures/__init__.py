"""Pictures of others made safe to print."""
