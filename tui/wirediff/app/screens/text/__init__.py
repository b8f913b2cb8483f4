"""What the screens with a text have in common: searching, jumping, copying, and the way to the editor."""
