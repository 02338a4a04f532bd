"""Article to facts: mentions, practices, concepts, organisations, people, documents, awards, measures, lessons."""
