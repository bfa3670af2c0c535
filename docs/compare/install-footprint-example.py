from importlib.metadata import files, requires

from packaging.requirements import Requirement


def with_requirements(name):
    found, waiting = set(), [name]
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in found:
            continue
        found.add(name)
        for line in requires(name) or []:
            requirement = Requirement(line)
            if not requirement.marker or requirement.marker.evaluate():
                waiting.append(requirement.name)
    return found


FOR_GPU = ("nvidia-", "cuda-", "triton")

packages, size = {}, {}
for name in ("torch", "tensorflow-cpu"):
    required = with_requirements(name) - {name}
    packages[name] = {x for x in required if not x.startswith(FOR_GPU)}
    size[name] = sum(file.size or 0 for file in files(name))
    print(f"{name}: {len(packages[name])} packages, GPU libraries aside")

for name in ("numpy", "keras"):
    needed = [top for top in packages if name in packages[top]]
    print(f"{name} is required by:", *needed)

smaller = min(size, key=size.get)
print("has the smaller package of its own:", smaller)
assert smaller == "torch"
assert len(packages["torch"]) < len(packages["tensorflow-cpu"])
assert "numpy" not in packages["torch"]
