import onnx
import onnxruntime
from onnx import TensorProto, helper

value = [helper.make_tensor_value_info(n, TensorProto.FLOAT, [1]) for n in "xy"]
node = helper.make_node("Relu", ["x"], ["y"])
graph = helper.make_graph([node], "graph", value[:1], value[1:])
opsets = [helper.make_opsetid("", 20)]


def wrong():
    model = helper.make_model(graph, opset_imports=opsets, ir_version=99)
    onnx.save(model, "model.onnx")
    onnxruntime.InferenceSession("model.onnx")


def right():
    model = helper.make_model(graph, opset_imports=opsets, ir_version=10)
    onnx.save(model, "model.onnx")
    session = onnxruntime.InferenceSession("model.onnx")
    assert session.get_inputs()[0].name == "x"
