"""The workspace in the browser: requests in, pages and answers out."""
