"""Series: the same undertaking over the years and documents."""
