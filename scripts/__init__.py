"""What maintains the repository: files made from others, and the installation."""
