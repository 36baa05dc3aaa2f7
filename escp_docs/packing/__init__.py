"""What is handed in, signed and made public: packages that stay as they are."""
