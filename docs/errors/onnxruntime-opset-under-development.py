import onnx
import onnxruntime
from onnx import TensorProto, helper

value = [helper.make_tensor_value_info(n, TensorProto.FLOAT, [1]) for n in "xy"]
node = helper.make_node("Relu", ["x"], ["y"])
graph = helper.make_graph([node], "graph", value[:1], value[1:])


def written(opset):
    opsets = [helper.make_opsetid("", opset)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=10)
    onnx.save(model, "model.onnx")


def wrong():
    written(99)
    onnxruntime.InferenceSession("model.onnx")


def right():
    written(20)
    session = onnxruntime.InferenceSession("model.onnx")
    assert session.get_outputs()[0].name == "y"
