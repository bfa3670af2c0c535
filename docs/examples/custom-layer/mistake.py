class Plain(Centre):
    """The scale is a tensor like any other, and nobody knows of it."""

    def __init__(self, size):
        super().__init__(size)
        del self.scale
        self.scale = torch.ones(size, requires_grad=True)


model = train(nn.Sequential(Plain(3), nn.Linear(3, 1, bias=False)))
scale = model[0].scale

print("scale:", scale.detach().numpy())
print("saved:", list(model.state_dict()))
