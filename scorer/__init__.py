"""How each statement of a news text is sourced and how propagandistic its language is."""
