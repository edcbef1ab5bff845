"""Which names are one name? Settled across the collection at each commit, from what its articles say."""
