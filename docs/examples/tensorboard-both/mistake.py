# No step is given: every point lands on step 0.
with SummaryWriter("logs/no_step") as writer:
    for loss in losses:
        writer.add_scalar("train/loss", loss)

log = event_accumulator.EventAccumulator("logs/no_step").Reload()
steps = [event.step for event in log.Scalars("train/loss")]
print("steps:", steps)
