"""What the program promises; README.md says what lies where."""
