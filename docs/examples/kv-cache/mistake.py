# Each new token is one token long, so its position starts at 0 again.
right = rotate


def rotate(part, first):
    return right(part, 0)


output, cache = attend(x[:, :prompt])
outputs = [output]
for index in range(prompt, 6):
    output, cache = attend(x[:, index : index + 1], cache)
    outputs.append(output)
stepwise = torch.cat(outputs, dim=1)

print("stepwise, last token:", stepwise[0, -1, :4].numpy().round(4))
