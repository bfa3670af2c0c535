import torch
from torch import nn

from inputs import between, input_masks, sequences, state_masks, units
from inputs import upper, weights

x = torch.from_numpy(sequences)
in_masks, masks = torch.from_numpy(input_masks), torch.from_numpy(state_masks)


def lstm(kernel, recurrent, bias, **options):
    layer = nn.LSTM(len(kernel), units, batch_first=True, **options)
    arrays = kernel.T, recurrent.T, bias, 0 * bias
    tensors = [torch.from_numpy(array) for array in arrays]
    layer.load_state_dict(dict(zip(layer.state_dict(), tensors)))
    return layer


layer, top = lstm(*weights), lstm(*upper)
inference, _ = layer(x)

# No option drops the state, so the steps are written out, gate by gate.
of_inputs, of_state = layer.weight_ih_l0, layer.weight_hh_l0
of_inputs = of_inputs.view(4, units, 3).mT
of_state = of_state.view(4, units, units).mT
bias = layer.bias_ih_l0.view(4, 1, units)
h = c = torch.zeros(2, units)
steps = []
for step in x.unbind(dim=1):
    i, f, g, o = (step * in_masks) @ of_inputs + (h * masks) @ of_state + bias
    c = f.sigmoid() * c + i.sigmoid() * g.tanh()
    h = o.sigmoid() * c.tanh()
    steps.append(h)
trained = torch.stack(steps, dim=1)

# Between two layers: what `num_layers=2, dropout=0.5` does.
stacked, _ = top(inference * torch.from_numpy(between))

# Does dropout=0.5 do anything in a single layer?
single = lstm(*weights, dropout=0.5).train()
one_layer_drops = bool((single(x)[0] != single(x)[0]).any())

print("inference:", inference[0, -1].detach().numpy().round(4))
print("training: ", trained[0, -1].detach().numpy().round(4))
print("two layers:", stacked[0, -1].detach().numpy().round(4))
print("dropout=0.5 in one layer drops:", one_layer_drops)
