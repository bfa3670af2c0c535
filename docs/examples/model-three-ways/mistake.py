# A plain list, as in Keras: the module does not see the layers in it.
class Listed(Network):
    def __init__(self):
        nn.Module.__init__(self)
        self.blocks = [nn.Linear(3, 5), nn.ReLU(), nn.Linear(5, 2)]


network = Listed()
parameters = sum(p.numel() for p in network.parameters())

print("runs:", tuple(network(x).shape))
print("parameters:", parameters)
