from importlib.metadata import metadata

PREFIX = "Programming Language :: Python :: 3."
named = {}
for name in ("torch", "tensorflow-cpu"):
    lines = metadata(name).get_all("Classifier")
    minors = sorted(int(x[len(PREFIX) :]) for x in lines if PREFIX in x)
    named[name] = [f"3.{minor}" for minor in minors]
    print(f"{name} names Python", *named[name])

print("in both:", *[v for v in named["torch"] if v in named["tensorflow-cpu"]])
print("keras asks for Python", metadata("keras")["Requires-Python"])
assert "3.14" in named["torch"]
assert "3.14" not in named["tensorflow-cpu"]
