"""Which names mean the same: by shipped tables, by their spelling, and as users put them right."""
