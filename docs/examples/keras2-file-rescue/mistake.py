# The old file is opened together with its training state.
keras.saving.load_model("old.h5")
