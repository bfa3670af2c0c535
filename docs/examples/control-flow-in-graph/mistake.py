# fullgraph=True demands one graph, and an ordinary if breaks it.
whole = torch.compile(limit, fullgraph=True)
whole(inputs[0])
