"""The workshop of the site: model, rules, rendering and commands (`python -m scripts --help`)."""
