"""What pages, programs, recognisers and those who make an interview leave in a text, and nobody said."""
