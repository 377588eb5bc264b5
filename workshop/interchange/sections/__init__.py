"""One module for each part of the YAML: what is read there and how it is written."""
