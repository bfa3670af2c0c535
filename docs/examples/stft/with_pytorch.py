import torch

from inputs import fft, hop, signal, window

x = torch.from_numpy(signal)
hann = torch.hann_window(fft)  # without it, the window is a rectangle


def parts(spectrum):  # (frames, bins): real and imaginary
    return torch.view_as_real(spectrum.mT)


# The window is as long as the transform.
frames = torch.stft(x, fft, hop, window=hann, center=False, return_complex=True)
plain = parts(frames)

# Centred is the default: half a frame is mirrored at both ends.
centred_frames = torch.stft(x, fft, hop, window=hann, return_complex=True)
centred = parts(centred_frames)

# A short window: its zeros come before it and after it.
left = {"center": False, "align_to_window": True, "return_complex": True}
hann_48 = torch.hann_window(window)
short = torch.stft(x, fft, hop, window, hann_48, **left).mT.abs()

# Back to the signal, with the same window.
back = torch.istft(centred_frames, fft, hop, window=hann)
restored = back[fft // 2 : -(fft // 2)]

default_frames = centred_frames.shape[-1]

print("frames by default:", default_frames)
print("plain:  ", plain[3].norm(dim=-1)[4:8].numpy().round(4))
print("centred:", centred[3].norm(dim=-1)[4:8].numpy().round(4))
print("short:  ", short[3, 4:8].numpy().round(4))
print("restored:", restored[:4].numpy().round(4))
