import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import torch
from move_a_model_gradients import by_layer
from move_a_model_training import in_keras, in_torch, start
from move_a_model_weights import to_torch, twin_of


def load_adam(optimizer, twin, source, model):
    """Give PyTorch's Adam the two moments of Keras's, and its count."""
    weights = model.trainable_weights
    moments = {
        "exp_avg": source._momentums,
        "exp_avg_sq": source._velocities,
    }
    held = {
        key: to_torch(model, by_layer(weights, [m.value for m in of_keras]))
        for key, of_keras in moments.items()
    }
    done = float(source.iterations)
    for name, parameter in twin.named_parameters():
        optimizer.state[parameter] = {
            "step": torch.tensor(done),
            **{key: state[name] for key, state in held.items()},
        }


model, _, batches = start("float32", 20)
adam = keras.optimizers.Adam(1e-3, epsilon=1e-7)
in_keras(model, adam, batches[:10])

# After ten steps the training goes on in PyTorch: twice, from equal weights.
first, second = (twin_of(model, rate=0).train() for _ in range(2))
fresh = torch.optim.Adam(first.parameters(), 1e-3)
moved = torch.optim.Adam(second.parameters(), 1e-3)
load_adam(moved, second, adam, model)
without = in_torch(first, fresh, batches[10:], 1e-7)
with_state = in_torch(second, moved, batches[10:], 1e-7, done=10)
expected = in_keras(model, adam, batches[10:])

print("with the state, ten more losses within 1e-3 of Keras's")
print("without it, one of them is off by more than 0.05")
assert np.abs(with_state - expected).max() < 1e-3
assert np.abs(without - expected).max() > 0.05
