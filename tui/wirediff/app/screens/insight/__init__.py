"""Names, substitutions and facts, found in many stories."""
