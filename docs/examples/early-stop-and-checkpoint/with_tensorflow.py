import keras

from inputs import features, start, targets

train_x, train_y = features[:12], targets[:12]
held_out = (features[12:], targets[12:])

dense = keras.layers.Dense(1, use_bias=False)
model = keras.Sequential([keras.Input((10,)), dense])
dense.set_weights([start])
model.compile(keras.optimizers.SGD(0.05), "mse")

stop = keras.callbacks.EarlyStopping(
    monitor="val_loss", patience=5, restore_best_weights=True
)
save = keras.callbacks.ModelCheckpoint(
    "best.keras", monitor="val_loss", save_best_only=True
)
history = model.fit(
    train_x,
    train_y,
    batch_size=12,
    epochs=100,
    validation_data=held_out,
    callbacks=[stop, save],
    verbose=0,
).history

val_losses = history["val_loss"]
best_epoch = stop.best_epoch
kernel = dense.kernel.numpy()

# The file holds the whole model, and the optimizer's state.
reloaded = keras.models.load_model("best.keras")
prediction = reloaded(held_out[0])[:, 0]

print(f"stopped after epoch {len(val_losses)}, best was {best_epoch + 1}")
print(f"best {min(val_losses):.4f}, last {val_losses[-1]:.4f}")
print("kernel:", kernel[:4, 0].round(4))
print("from the file:", prediction[:4].numpy().round(4))
