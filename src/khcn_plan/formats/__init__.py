"""The doors of the house (định dạng): every format is a module with `read` and `write`."""
