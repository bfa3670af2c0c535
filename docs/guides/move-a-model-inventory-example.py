from move_a_model_original import build_keras

model = build_keras()
kinds: dict[str, list] = {}
for layer in model.layers:
    kinds.setdefault(type(layer).__name__, []).append(layer)
for kind, layers in kinds.items():
    held = [w for layer in layers for w in layer.weights]
    numbers = sum(layer.count_params() for layer in layers)
    line = f"{len(layers)} {kind}"
    if held:
        arrays = len(held) // len(layers)
        line += f": {arrays} arrays each, {numbers:,} numbers"
    print(line)

trained = sum(w.value.numpy().size for w in model.trainable_weights)
print(f"{trained:,} trained, {model.count_params() - trained:,} not")
settings = {"strides", "padding", "epsilon", "momentum", "num_heads", "rate"}
for name in ("block2_first_conv", "block2_first_norm", "mix_attention"):
    config = model.get_layer(name).get_config()
    print(name, {k: config[k] for k in sorted(settings & config.keys())})
assert (trained, model.count_params() - trained) == (115_562, 576)
