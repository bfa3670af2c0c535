# An ordinary if where one whole graph is asked for.
whole = torch.compile(limit, fullgraph=True)
whole(inputs[0])
