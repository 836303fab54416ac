"""Words and what becomes of them: how common they are, how they are mistyped, torn, doubled and looped."""
