"""The tagger: a conditional random field over the tokens of an article."""
