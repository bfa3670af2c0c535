# The first input of the file is taken for the first of the model.
names = list(device.get_input_details())
score = device(**dict(zip(names, [query, context])))["score"]

print("score:", score[0].round(4))
