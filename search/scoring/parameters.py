"""Every number that the order of results depends on. bench/relevance.md has the figures that chose them.

They are round, few, and the same for every collection: TIME, Cranfield and CACM were tuned on together.
"""

from types import MappingProxyType

K1 = 1.4
"""How long a further occurrence of a word goes on to count."""

B = 0.75
"""How far an article's length is set off against its words: 0 not at all, 1 wholly."""

WEIGHTS = MappingProxyType({"title": 3.0, "text": 1.0})
"""For how many occurrences in the text one in the title stands."""

PREFERRED_FORM = 0.0
"""What the form that was typed counts for, beside the word, in a query of several words: more costs TIME .005."""

TITLE_BOOST = 2.0
"""By how much the score of a phrase, or of `title:word`, is raised in the title."""

DEPTH = 1_000
"""So many of the best articles are looked at again: where the words stand in them, and which others they have."""

PAIR = 0.3
"""What two words of the query that stand together count for, beside one of them."""

MOST_PAIRS = 100
"""Of a long query so many pairs are looked for."""

FEEDBACK = 5
"""From so many of the best articles words are taken that may be about the same."""

EXPANSION = 40
"""How many such words are taken."""

EXPANSION_SHARE = 0.2
"""What these count for together, beside the words of the query."""

MEANING = 0.3
"""What nearness in meaning weighs beside words, both spread from the last of the articles compared to the first."""

COMPARED = 100
"""So many of the best articles are compared in meaning: 1,000 gain a third less."""

MEANING_ALIKE = 0.3
"""What it weighs beside words where articles are compared with each other."""

EXPANDED_QUERY = 5
"""A query of so many words, of which any is enough, is expanded without being told to."""

MEANT_QUERY = 3
"""Where so many words are all wanted, nearness in meaning counts without being told to. Two of any are enough."""
