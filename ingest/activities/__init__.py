"""Activities: what a document says of each, as facts with their spans."""
