"""The modules that a program imports."""

import ast


def modules(program: str) -> set[str]:
    """The outermost names of the modules that a program imports, anywhere in it.

    There are none if it is not valid Python, of which the rule `program-form` tells.
    """
    found: set[str] = set()
    try:
        tree = ast.parse(program)
    except (SyntaxError, ValueError):
        return found
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found
