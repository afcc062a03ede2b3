"""Sides in Python: the work of the benchmarks in NumPy or PyTorch, asked for on standard input.

    python3 peer.py numpy|torch

The lines are those that harmonium.benchmarks.rounds.Answers describes. Threads are what
OMP_NUM_THREADS and OPENBLAS_NUM_THREADS say when the process starts, or what load asks for where
the library lets itself be told.
"""
import json
import os
import sys
import time

try:
    import numpy as np
except ImportError as missing:
    sys.exit(print(f"! {sys.executable}: {missing}"))


class Job:
    """What the Java class of that name writes: safetensors with the numbers as metadata."""

    def __init__(self, path):
        with open(path, "rb") as file:
            raw = file.read()
        start = 8 + int.from_bytes(raw[:8], "little")
        header = json.loads(raw[8:start])
        numbers = header.pop("__metadata__")
        arrays = {}
        for name, entry in header.items():
            begin, end = entry["data_offsets"]
            flat = np.frombuffer(raw, "<f4", (end - begin) // 4, start + begin)
            arrays[name] = flat.reshape(entry["shape"]).astype(np.float32)
        self.chunks = [arrays.pop(f"chunk.{i}") for i in range(int(numbers["chunks"]))]
        self.parameters = arrays
        self.sweeps = int(numbers["sweeps"])
        self.rate = float(numbers["rate"])
        self.composed = int(numbers["composed"])
        self.composing_sweeps = int(numbers["composing_sweeps"])


class Chains:
    """Block Gibbs sampling of some rows, in arrays that are made once."""

    def __init__(self, rows, visible, hidden, rng):
        self.rng = rng
        self.v, self.h = np.empty((rows, visible), np.float32), np.empty((rows, hidden), np.float32)
        self.noise_v, self.noise_h = np.empty_like(self.v), np.empty_like(self.h)

    def run(self, W, bv, bh, sweeps):
        for _ in range(sweeps):
            self.draw_hidden(W, bh)
            self.mean_visible(W, bv)
            self._draw(self.v, self.noise_v)

    def draw_hidden(self, W, bh):
        np.matmul(self.v, W, out=self.h)
        self._mean(self.h, bh)
        self._draw(self.h, self.noise_h)

    def mean_visible(self, W, bv):
        np.matmul(self.h, W.T, out=self.v)
        self._mean(self.v, bv)

    @staticmethod
    def _mean(a, bias):
        a += bias
        np.negative(a, out=a)
        np.exp(a, out=a)
        a += 1
        np.reciprocal(a, out=a)

    def _draw(self, mean, noise):
        self.rng.random(out=noise, dtype=np.float32)
        np.less(noise, mean, out=mean)


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


class NumPySide:
    def __init__(self):
        self.rng = np.random.Generator(np.random.SFC64(1))

    @staticmethod
    def version():
        return "NumPy " + np.__version__

    def load(self, job, threads, seed):
        if threads != int(os.environ.get("OPENBLAS_NUM_THREADS", threads)):
            _set_openblas_threads(threads)
        self.rng = np.random.Generator(np.random.SFC64(seed))
        self.job = job
        for name, values in job.parameters.items():
            setattr(self, name, values.copy())
        self.chains = {}

    def _chains(self, rows):
        if rows not in self.chains:
            self.chains[rows] = Chains(rows, *self.W.shape, self.rng)
        return self.chains[rows]

    def recurrence(self):
        self.u, self.bv_t, self.bh_t = self._recurrence(self.job.chunks[0])

    def _recurrence(self, v):
        u = np.empty((len(v) + 1, len(self.bu)), np.float32)
        u[0] = 0
        np.matmul(v, self.Wvu, out=u[1:])
        u[1:] += self.bu
        for t in range(len(v)):
            now = u[t + 1]
            now += u[t] @ self.Wuu
            np.tanh(now, out=now)
        return u, u[:-1] @ self.Wuv + self.bv, u[:-1] @ self.Wuh + self.bh

    def sweeps(self):
        v = self.job.chunks[0]
        chains = self._chains(len(v))
        chains.v[:] = v
        chains.run(self.W, self.bv_t, self.bh_t, self.job.sweeps)

    def update(self, chunk):
        v = self.job.chunks[chunk]
        steps = len(v)
        u, bv_t, bh_t = self._recurrence(v)
        chains = self._chains(steps)
        chains.v[:] = v
        chains.run(self.W, bv_t, bh_t, self.job.sweeps)
        x = chains.v.copy()
        chains.draw_hidden(self.W, bh_t)
        odds = chains.h @ self.W.T
        odds += bv_t
        monitor = -np.logaddexp(0, np.where(v > 0, -odds, odds)).sum() / steps

        scale = np.float32(1 / steps)
        h_v, h_x = sigmoid(v @ self.W + bh_t), sigmoid(x @ self.W + bh_t)
        d_bv_t, d_bh_t = (x - v) * scale, (h_x - h_v) * scale
        d_W = (x.T @ h_x - v.T @ h_v) * scale
        d_u = d_bv_t @ self.Wuv.T + d_bh_t @ self.Wuh.T
        slope = 1 - u * u
        d_a = np.zeros((steps, len(self.bu)), np.float32)
        back = self.Wuu.T
        for t in range(steps - 1, 0, -1):
            d_a[t - 1] = (d_u[t] + d_a[t] @ back) * slope[t]
        before, rate = u[:-1], np.float32(self.job.rate)
        self.W -= rate * d_W
        self.bv -= rate * d_bv_t.sum(0)
        self.bh -= rate * d_bh_t.sum(0)
        self.bu -= rate * d_a.sum(0)
        self.Wuh -= rate * (before.T @ d_bh_t)
        self.Wuv -= rate * (before.T @ d_bv_t)
        self.Wvu -= rate * (v.T @ d_a)
        self.Wuu -= rate * (before.T @ d_a)
        return monitor

    def compose(self):
        u, chains = np.zeros((1, len(self.bu)), np.float32), self._chains(1)
        for _ in range(self.job.composed):
            bv_t, bh_t = self.bv + u @ self.Wuv, self.bh + u @ self.Wuh
            chains.v[:] = 0
            chains.run(self.W, bv_t, bh_t, self.job.composing_sweeps)
            u = np.tanh(self.bu + chains.v @ self.Wvu + u @ self.Wuu)

    def biases(self):
        return self.bh_t

    def sampled(self):
        return self._chains(len(self.job.chunks[0])).v

    def parameter(self, name):
        return getattr(self, name)


def _set_openblas_threads(threads):
    """NumPy has no call for it; its BLAS has, under one of these names."""
    import ctypes

    with open("/proc/self/maps") as maps:
        files = {line.split()[-1] for line in maps if "blas" in line and ".so" in line}
    for file in files:
        library = ctypes.CDLL(file)
        for name in ("openblas_set_num_threads", "openblas_set_num_threads64_",
                     "scipy_openblas_set_num_threads64_"):
            if hasattr(library, name):
                getattr(library, name)(threads)
                return
    raise ValueError(f"no BLAS whose threads can be set to {threads}")


class TorchSide:
    def __init__(self):
        import torch

        self.torch = torch

    def version(self):
        return "PyTorch " + self.torch.__version__

    def load(self, job, threads, seed):
        torch = self.torch
        torch.set_num_threads(threads)
        torch.manual_seed(seed)
        self.job = job
        self.chunks = [torch.from_numpy(chunk) for chunk in job.chunks]
        self.parameters = {}
        for name, values in job.parameters.items():
            self.parameters[name] = torch.from_numpy(values.copy()).requires_grad_()
            setattr(self, name, self.parameters[name])

    def recurrence(self):
        with self.torch.no_grad():
            self.bv_t, self.bh_t = self._recurrence(self.chunks[0])

    def _recurrence(self, v):
        torch = self.torch
        drive = torch.addmm(self.bu, v, self.Wvu)
        u = torch.zeros(1, drive.shape[1])
        before = [u]
        for step in drive.split(1)[:-1]:
            u = torch.tanh(torch.addmm(step, u, self.Wuu))
            before.append(u)
        before = torch.cat(before)
        return torch.addmm(self.bv, before, self.Wuv), torch.addmm(self.bh, before, self.Wuh)

    def _chain(self, v, bv_t, bh_t, sweeps):
        torch = self.torch
        back = self.W.t()
        for _ in range(sweeps):
            h = torch.addmm(bh_t, v, self.W).sigmoid_()
            h = torch.rand_like(h).lt_(h)
            v = torch.addmm(bv_t, h, back).sigmoid_()
            v = torch.rand_like(v).lt_(v)
        return v

    def sweeps(self):
        with self.torch.no_grad():
            self.v = self._chain(self.chunks[0], self.bv_t, self.bh_t, self.job.sweeps)

    def update(self, chunk):
        torch = self.torch
        from torch.nn.functional import binary_cross_entropy_with_logits, softplus

        v = self.chunks[chunk]
        bv_t, bh_t = self._recurrence(v)
        with torch.no_grad():
            x = self._chain(v, bv_t, bh_t, self.job.sweeps)
            h = torch.addmm(bh_t, x, self.W).sigmoid_()
            odds = torch.addmm(bv_t, torch.rand_like(h).lt_(h), self.W.t())
            monitor = -binary_cross_entropy_with_logits(odds, v, reduction="sum") / len(v)

        def free_energy(frames):
            return -(frames * bv_t).sum() - softplus(torch.addmm(bh_t, frames, self.W)).sum()

        ((free_energy(v) - free_energy(x)) / len(v)).backward()
        with torch.no_grad():
            for parameter in self.parameters.values():
                if parameter.grad is not None:  # one step reaches no recurrent weight
                    parameter.sub_(parameter.grad, alpha=self.job.rate)
                    parameter.grad = None
        return monitor.item()

    def compose(self):
        torch = self.torch
        with torch.no_grad():
            u = torch.zeros(1, len(self.bu))
            for _ in range(self.job.composed):
                bv_t, bh_t = torch.addmm(self.bv, u, self.Wuv), torch.addmm(self.bh, u, self.Wuh)
                silence = torch.zeros(1, len(self.bv))
                v = self._chain(silence, bv_t, bh_t, self.job.composing_sweeps)
                u = torch.tanh(torch.addmm(torch.addmm(self.bu, v, self.Wvu), u, self.Wuu))

    def biases(self):
        return self.bh_t.numpy()

    def sampled(self):
        return self.v.numpy()

    def parameter(self, name):
        return self.parameters[name].detach().numpy()


class Answers:
    def __init__(self, side):
        self.side = side
        self.job = None
        self.updates = 0

    def answer(self, words):
        question, side = words[0], self.side
        if question == "load":
            self.job = Job(words[1])
            self.updates = 0
            side.load(self.job, int(words[2]), int(words[3]))
            side.recurrence()
        elif question == "biases":
            side.recurrence()
            side.biases().tofile(words[1])
        elif question == "chains":
            side.recurrence()
            counts = np.zeros_like(self.job.chunks[0])
            for _ in range(int(words[1])):
                side.sweeps()
                counts += side.sampled()
            counts.tofile(words[2])
        elif question == "updates":
            monitors = [self.update() for _ in range(int(words[1]))]
            np.array(monitors, np.float32).tofile(words[2])
        elif question == "parameter":
            side.parameter(words[1]).tofile(words[2])
        else:
            return self.time(question, int(words[1]))
        return ""

    def time(self, work, times):
        if work == "sweeps":
            self.side.recurrence()
        call = {
            "recurrence": self.side.recurrence,
            "sweeps": self.side.sweeps,
            "update": self.update,
            "epoch": self.epoch,
            "compose": self.side.compose,
        }[work]
        begin = time.perf_counter_ns()
        for _ in range(times):
            call()
        return time.perf_counter_ns() - begin

    def update(self):
        self.updates += 1
        return self.side.update((self.updates - 1) % len(self.job.chunks))

    def epoch(self):
        for chunk in range(len(self.job.chunks)):
            self.side.update(chunk)


def main():
    name = sys.argv[1]
    try:
        side = {"numpy": NumPySide, "torch": TorchSide}[name]()
    except ImportError as missing:
        print(f"! {sys.executable}: {missing}")
        return
    answers = Answers(side)
    np.seterr(over="ignore", divide="ignore")
    print(f"> {name}; {side.version()}", flush=True)
    for line in sys.stdin:
        try:
            print(f"> {answers.answer(line.split())}", flush=True)
        except Exception as fault:  # the other end decides what to do without this side
            print("! " + " ".join(str(fault).split()), flush=True)


if __name__ == "__main__":
    main()
