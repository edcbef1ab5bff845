"""Who made an article: its reporters, writers, editors, translators and photographers, each with the role."""
