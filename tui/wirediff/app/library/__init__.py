"""What is open: the files as they are read and as they change, the list of stories, and the counts in it."""
