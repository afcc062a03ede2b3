"""Free energies of music under a trained RnnRbm, in NumPy: python3 free_energy.py MODEL.safetensors ROLLS.txt"""
import json
import sys

import numpy as np

raw = open(sys.argv[1], "rb").read()
size = int.from_bytes(raw[:8], "little")
header = json.loads(raw[8 : 8 + size])
keys = header.pop("__metadata__")["keys"]
low = int(keys.split("..")[0])
W, bv, bh, Wuh, Wuv, Wvu, Wuu, bu = (
    np.frombuffer(raw[8 + size :][slice(*header[n]["data_offsets"])], "<f4").reshape(header[n]["shape"])
    for n in "W bv bh Wuh Wuv Wvu Wuu bu".split())

for line in open(sys.argv[2]):
    u = np.zeros(len(bu))
    for step in line.strip().split(";"):
        v = np.zeros(len(bv))
        v[[int(key) - low for key in step.split(",") if key]] = 1
        bv_t, bh_t = bv + u @ Wuv, bh + u @ Wuh
        print(-v @ bv_t - np.logaddexp(0, v @ W + bh_t).sum())
        u = np.tanh(bu + v @ Wvu + u @ Wuu)
