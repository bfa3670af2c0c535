"""What a page, a tool, a point of the article and a piece of evidence are made of."""
