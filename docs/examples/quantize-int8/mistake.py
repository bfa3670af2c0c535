# The calibration data are scaled, and the data in use are not.
def calibration_scaled():
    for row in train[:100]:
        yield [row[None] / 10]


model.export(
    "wrong.tflite",
    format="litert",
    verbose=False,
    optimizations=[tf.lite.Optimize.DEFAULT],
    representative_dataset=calibration_scaled,
)
logits = run("wrong.tflite", test)
output_int8 = logits[:3]
accuracy_int8 = float((logits.argmax(1) == test_labels).mean())

print("int8: ", output_int8[0].round(2))
print("accuracy:", round(accuracy_int8, 2))
