"""What exists: the vocabulary, its shapes and the directory's tables. Data only."""
