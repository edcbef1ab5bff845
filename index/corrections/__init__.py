"""Keep what users put right about entities beside the index."""
