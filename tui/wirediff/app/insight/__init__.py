"""What only many stories show, made ready for the screens, and the judging of substitutions."""
