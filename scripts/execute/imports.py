"""The modules that a program imports."""

import ast


def modules(program: str) -> set[str]:
    """The outermost names of the modules that a program imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(program)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found
