"""Turn text into terms: NLTK's tokenizers and stemmers."""
