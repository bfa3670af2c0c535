"""docs/ read into one Content, with the line at which each thing stands."""
