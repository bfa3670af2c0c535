"""What people write and commands record, as validated types."""
