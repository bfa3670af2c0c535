"""What the site says of other places, compared with what is there now: links and releases."""
