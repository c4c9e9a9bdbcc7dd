"""Text to spans: layout, sentences, quotations, tokens, normal forms."""
