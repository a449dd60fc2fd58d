"""What names mean: the one place that documents, questions and look-ups ask."""
