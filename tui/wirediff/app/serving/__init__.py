"""The reader in a browser: a small web server that runs one reader for each page that is opened."""
