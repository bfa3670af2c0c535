import keras

from inputs import features, hidden, labels, output, zeros_2, zeros_8

train_x, train_y = features[:40], labels[:40]
held_out = (features[40:], labels[40:])

model = keras.Sequential(
    [
        keras.Input((4,)),
        keras.layers.Dense(8, activation="tanh"),
        keras.layers.Dense(2),
    ]
)
model.set_weights([hidden, zeros_8, output, zeros_2])
model.compile(
    optimizer=keras.optimizers.SGD(0.2),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)

history = model.fit(
    train_x,
    train_y,
    batch_size=16,  # 40 samples: batches of 16, 16 and 8
    epochs=20,
    shuffle=False,  # only so that both runs see the same batches
    validation_data=held_out,
    verbose=0,
).history
losses, val_losses = history["loss"], history["val_loss"]
val_accuracy = history["val_accuracy"]

for epoch in (0, 9, 19):
    print(f"epoch {epoch + 1}: loss {losses[epoch]:.4f},", end=" ")
    print(f"held out {val_losses[epoch]:.4f} {val_accuracy[epoch]:.2f}")
