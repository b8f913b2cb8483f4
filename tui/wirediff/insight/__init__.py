"""What only many differences show: names with their variants, substitutions that recur, facts over versions."""
