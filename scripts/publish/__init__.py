"""What the build writes around pages and beside them."""
