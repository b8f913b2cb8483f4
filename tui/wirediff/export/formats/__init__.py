"""One export format a file: each has SUFFIX, MEANS and render, as `registry.Format` says."""
