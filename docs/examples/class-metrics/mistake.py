# The F1 of each batch, and their mean; an absent class counts as zero.
macros = [f1_of(table).nan_to_num().mean() for table in tables]
macro = torch.stack(macros).mean()

print("by batch:", torch.stack(macros).numpy().round(4))
print("macro:", round(macro.item(), 4))
