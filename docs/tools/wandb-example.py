import tempfile
from pathlib import Path

import wandb

with tempfile.TemporaryDirectory() as folder:
    with wandb.init(
        project="demo",
        mode="offline",
        dir=folder,
        config={"learning_rate": 0.1},
        settings=wandb.Settings(silent=True, console="off"),
    ) as run:
        for step in range(5):
            run.log({"loss": 1 / (step + 1)})
        last_loss = run.summary["loss"]
    records = list(Path(folder).rglob("*.wandb"))

print("offline:", run.offline)
print("config:", dict(run.config))
print("last loss:", last_loss)
print("files to upload later:", len(records))
assert run.offline and last_loss == 0.2 and len(records) == 1
