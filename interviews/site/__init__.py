"""The public site: made once at publishing, served as bytes. Start at building.py."""
