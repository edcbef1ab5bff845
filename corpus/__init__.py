"""From files to annotated documents."""
