"""One file to a builder; building.py names them."""
