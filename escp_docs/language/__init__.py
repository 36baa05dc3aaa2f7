"""Everything printed or asked that is not a template."""
