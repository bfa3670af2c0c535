import onnxruntime
import torch
from torch import nn

from inputs import context, kernel, query


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 2, bias=False)

    def forward(self, query, context):
        score = self.linear(query - 2 * context)
        return {"score": score, "gap": query - context}


model = Model().eval()
model.load_state_dict({"linear.weight": torch.tensor(kernel.T)})
example = (torch.from_numpy(query), torch.from_numpy(context))

# Names of inputs come from forward, those of outputs from a list.
batch = torch.export.Dim.DYNAMIC
settings = {"dynamic_shapes": ({0: batch}, {0: batch}), "verbose": False}
names = ["score", "gap"]
torch.onnx.export(model, example, "model.onnx", output_names=names, **settings)

session = onnxruntime.InferenceSession("model.onnx")
inputs = {"query": query, "context": context}
score, gap = session.run(["score", "gap"], inputs)

inputs = {"query": query[:1], "context": context[:1]}
(score_of_one,) = session.run(["score"], inputs)
file_order = " ".join(entry.name for entry in session.get_inputs())

# Without names: those of nodes, although forward returns a dictionary.
torch.onnx.export(model, example, "nameless.onnx", **settings)
found = onnxruntime.InferenceSession("nameless.onnx").get_outputs()
without_names = " ".join(entry.name for entry in found)

print("score:", score[0].round(4))
print("inputs of the file:", file_order)
print("outputs without names:", without_names)
