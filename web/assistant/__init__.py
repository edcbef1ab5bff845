"""For assistants: the archive as tools that they may use, by the Model Context Protocol."""
