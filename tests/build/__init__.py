"""What a build does below its doors."""
