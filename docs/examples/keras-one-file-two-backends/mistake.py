# The backend is chosen after Keras was imported: nothing changes.
os.environ["KERAS_BACKEND"] = "torch"
model = keras.saving.load_model("model.keras")
print("backend:", keras.backend.backend())
model.parameters()
