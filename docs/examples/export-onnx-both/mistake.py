# Without dynamic_shapes the file takes batches of three alone.
torch.onnx.export(model, (x,), "fixed.onnx", verbose=False)
session = onnxruntime.InferenceSession("fixed.onnx")
print("input:", session.get_inputs()[0].shape)
session.run(None, {session.get_inputs()[0].name: x[:1].numpy()})
