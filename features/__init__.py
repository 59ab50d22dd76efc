"""From a batch of texts to tokens, statements, marker spans, attributions and a feature matrix."""
