import inspect

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn, optim
from torch.utils.data import DataLoader

from inputs import features, targets

torch.manual_seed(0)


def default(function, name):
    return inspect.signature(function).parameters[name].default


def dtype_of(tensor):
    return str(tensor.dtype).removeprefix("torch.")


# Normalisation
layer_norm_epsilon = default(nn.LayerNorm, "eps")
batch_norm_epsilon = default(nn.BatchNorm2d, "eps")
batch_norm_momentum = default(nn.BatchNorm2d, "momentum")
group_norm_epsilon = default(nn.GroupNorm, "eps")
rms_norm_epsilon = default(nn.RMSNorm, "eps")

# Activations
leaky_relu_layer_slope = default(nn.LeakyReLU, "negative_slope")
leaky_relu_function_slope = default(F.leaky_relu, "negative_slope")
gelu_function_approximates = nn.GELU().approximate != "none"
softmax_axis = default(F.softmax, "dim")
prelu = nn.PReLU()
prelu_start = float(prelu.weight[0])

# Fresh weights
linear = nn.Linear(100, 50)
dense_kernel_bound = round(float(linear.weight.max()), 2)
dense_bias_starts_at_zero = bool((linear.bias == 0).all())
embedding = nn.Embedding(1000, 50)
embedding_deviation = round(float(embedding.weight.std()), 2)

# Recurrent layers: 2 samples, 5 steps, 3 features
lstm = nn.LSTM(3, 4)
lstm_output, _ = lstm(torch.zeros(5, 2, 3))
recurrent = lstm.weight_hh_l0[:4].detach().numpy()
lstm_forget_bias_is_one = bool((lstm.bias_ih_l0[4:8] == 1).all())
lstm_biases = len(list(lstm.parameters())) - 2
products = recurrent @ recurrent.T
lstm_recurrent_orthogonal = np.allclose(products, np.eye(4), atol=1e-5)
lstm_returns_all_steps = lstm_output.shape[0] == 5
lstm_batch_first = lstm.batch_first

# Images: 3 channels of 4 x 5
image = torch.ones(1, 3, 4, 5)
conv_output = nn.Conv2d(3, 8, 3)(image)
channel_axis = list(conv_output.shape).index(8)
resize_method = default(F.interpolate, "mode")
pool = nn.AvgPool2d(3, stride=1, padding=1)
average_pool_counts_padding = bool((pool(image) != 1).any())

# Optimizers
sgd_learning_rate = default(optim.SGD, "lr")
adam_epsilon = default(optim.Adam, "eps")
adamw_weight_decay = default(optim.AdamW, "weight_decay")
nadam_learning_rate = default(optim.NAdam, "lr")
rmsprop_learning_rate = default(optim.RMSprop, "lr")
rmsprop_memory = default(optim.RMSprop, "alpha")
rmsprop_epsilon = default(optim.RMSprop, "eps")
adagrad_learning_rate = default(optim.Adagrad, "lr")
adagrad_accumulator = default(optim.Adagrad, "initial_accumulator_value")
adagrad_epsilon = default(optim.Adagrad, "eps")
adadelta_learning_rate = default(optim.Adadelta, "lr")
adadelta_memory = default(optim.Adadelta, "rho")
adadelta_epsilon = default(optim.Adadelta, "eps")

# Losses
two_to_one = F.cross_entropy(torch.tensor([[2.0, 0.0]]), torch.tensor([0]))
from_logits = torch.tensor(-2.0).exp().log1p()
cross_entropy_expects_logits = torch.allclose(two_to_one, from_logits)
cross_entropy_ignored_label = default(nn.CrossEntropyLoss, "ignore_index")
kl_divergence_reduction = default(nn.KLDivLoss, "reduction")
worst = F.binary_cross_entropy(torch.zeros(1), torch.ones(1))
greatest_binary_cross_entropy = round(float(worst), 2)

# Calls and training
dropped = nn.Dropout(0.5)(torch.ones(4, 6))
dropout_drops_when_called = bool((dropped == 0).any())
batch_size = default(DataLoader, "batch_size")
training_shuffles = bool(default(DataLoader, "shuffle"))

# Numbers
integer_dtype = dtype_of(torch.tensor([1]))
argmax_dtype = dtype_of(torch.tensor(features).argmax())
one_hot_dtype = dtype_of(F.one_hot(torch.tensor([1]), 2))
integer_quotient_dtype = dtype_of(torch.tensor([1]) / torch.tensor([2]))
deviation_of_0_and_2 = round(float(torch.tensor([0.0, 2.0]).std()), 4)
median_of_1_2_3_4 = float(torch.tensor([1.0, 2.0, 3.0, 4.0]).median())

for name, value in list(vars().items()):
    if isinstance(value, bool | int | float | str | None) and name[0] != "_":
        print(f"{name:29} {value}")

# Defaults that agree
x = torch.from_numpy(features)
functions = [F.softplus, F.elu, F.silu, F.gelu]
activated = [function(x) for function in functions]
adam = optim.Adam(linear.parameters()).defaults
adam_settings = [adam["lr"], *adam["betas"]]
huber = nn.HuberLoss()(x, torch.from_numpy(targets))
conv_size = list(conv_output.shape[2:4])
batches = DataLoader(x, batch_size=3)
batch_lengths = [len(batch) for batch in batches]

# A block whose defaults do not agree
block = nn.Sequential(nn.LayerNorm(6, eps=1e-3), nn.LeakyReLU(0.3))
block_output = block(0.1 * x)
