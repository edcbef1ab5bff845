"""Small indexes on a cluster for tests, written straight through the layer that lays documents out."""

import time
from collections.abc import Iterable
from dataclasses import replace

from cluster import indices
from cluster import state as states
from cluster.bulk import Action, send
from cluster.catalogue import Words
from cluster.connection import open_cluster
from cluster.engine import ClusterEngine
from cluster.fields import FieldsMaker
from cluster.mapping import document_id
from corpus.document import Document


def archive(location: str, documents: Iterable[Document], *, dated: bool = True) -> ClusterEngine:
    """An engine over an index of these articles; what was there is replaced. `dated`: it is kept when they came."""
    cluster, maker, listed = open_cluster(location), FieldsMaker("en"), list(documents)
    name = indices.create(cluster, states.State(language="en", newest=int(time.time())))
    for each in listed:
        maker.add(each, f"{each.article.id}.txt", "")
    bodies, lexicon = maker.take()
    came = {"added": int(time.time())} if dated else {}
    ids = (document_id(each.article.id) for each in listed)
    assert not send(cluster, [Action("index", name, each, body | came) for each, body in zip(ids, bodies, strict=True)])
    words = Words(cluster, name, "test")
    words.add(lexicon)
    words.save()
    states.visible(cluster, name, lambda state: replace(state, languages=tuple(sorted(lexicon.languages))))
    indices.put_in_place(cluster, name, indices.standing(cluster))
    return ClusterEngine(location)
