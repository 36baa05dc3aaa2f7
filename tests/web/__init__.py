"""The workspace in the browser, from requests and from a browser."""
