"""The parts of the application, one duty each; they know the screens, and the screens reach them by the application."""
