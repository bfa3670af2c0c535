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


packages, gigabytes = {}, {}
for name in ("torch", "tensorflow-cpu"):
    packages[name] = with_requirements(name) - {name}
    gigabytes[name] = sum(file.size or 0 for file in files(name)) / 1e9
    print(f"{name}: {len(packages[name])} required packages,", end=" ")
    print(f"{gigabytes[name]:.1f} GB of its own files (CPU build)")

for name in ("numpy", "keras"):
    needed = [top for top in packages if name in packages[top]]
    print(f"{name} is required by:", *needed)

assert len(packages["torch"]) < len(packages["tensorflow-cpu"])
assert gigabytes["torch"] < gigabytes["tensorflow-cpu"]
assert "numpy" not in packages["torch"]
