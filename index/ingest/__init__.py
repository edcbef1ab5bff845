"""How do folders of articles get into an index, and stay in step with it? Run by run."""
