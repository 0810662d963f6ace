"""What scikit-learn makes of the same tables: reads tasks.json of a folder and writes answers.json.

Every task names its files. Tables are CSV without a header, the target last; folds and rows to predict are those of the
tests, so that both sides learn from and are scored on the same rows.
"""

import json
import sys
import time
import warnings
from pathlib import Path

import numpy as np
from sklearn.compose import TransformedTargetRegressor
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.exceptions import ConvergenceWarning
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Matern, WhiteKernel
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC, SVR

warnings.filterwarnings("ignore", category=ConvergenceWarning)
FOLDER = Path(sys.argv[1])


def table(name):
    rows = np.loadtxt(FOLDER / name, delimiter=",", ndmin=2)
    return rows[:, :-1], rows[:, -1]


def scaled_target(model):
    return TransformedTargetRegressor(regressor=make_pipeline(StandardScaler(), model), transformer=StandardScaler())


def model(task):
    options = dict(task.get("options", {}))
    kinds = {
        "svc": lambda: make_pipeline(StandardScaler(), SVC(**options)),
        "svr": lambda: scaled_target(SVR(**options)),
        "forest-classes": lambda: RandomForestClassifier(random_state=0, **options),
        "forest": lambda: RandomForestRegressor(random_state=0, **options),
        "mlp-classes": lambda: make_pipeline(StandardScaler(), MLPClassifier(random_state=0, **options)),
        "mlp": lambda: scaled_target(MLPRegressor(random_state=0, **options)),
    }
    return kinds[task["kind"]]()


def kernel(columns, signal=1.0, scales=None, noise=1e-3, bounds=None):
    """Matern 5/2 with a length scale for each column and noise, in the bounds of the tests, or fixed."""
    given = bounds or {"signal": "fixed", "scale": "fixed", "noise": "fixed"}
    return ConstantKernel(signal, given["signal"]) * Matern(
        np.ones(columns) if scales is None else scales, given["scale"], nu=2.5
    ) + WhiteKernel(noise, given["noise"])


def process(task):
    x, y = table(task["train"])
    points, _ = table(task["test"])
    start = time.process_time()
    fitted = GaussianProcessRegressor(
        kernel(x.shape[1], bounds=task["bounds"]), alpha=0.0, n_restarts_optimizer=task["starts"] - 1, random_state=0
    ).fit(x, y)
    seconds = time.process_time() - start
    mean, deviation = fitted.predict(points, return_std=True)
    ours = task["ours"]
    same = GaussianProcessRegressor(
        kernel(x.shape[1], ours["signal"], ours["scales"], ours["noise"]), alpha=0.0, optimizer=None
    ).fit(x, y)
    return {
        "seconds": seconds,
        "likelihood": fitted.log_marginal_likelihood_value_,
        "predictions": mean.tolist(),
        "deviations": deviation.tolist(),
        "sameLikelihood": same.log_marginal_likelihood_value_,
    }


def held_out(task):
    x, y = table(task["train"])
    points, _ = table(task["test"])
    start = time.process_time()
    fitted = model(task).fit(x, y)
    seconds = time.process_time() - start
    return {"seconds": seconds, "predictions": fitted.predict(points).tolist()}


def cross_validated(task):
    rows, fold = table(task["train"])
    x, y = rows[:, :-1], rows[:, -1]
    predictions = np.empty(len(y))
    start = time.process_time()
    for held in np.unique(fold):
        out = fold == held
        predictions[out] = model(task).fit(x[~out], y[~out]).predict(x[out])
    return {"seconds": time.process_time() - start, "predictions": predictions.tolist()}


def answer(task):
    if task["kind"] == "gp":
        return process(task)
    return held_out(task) if "test" in task else cross_validated(task)


tasks = json.loads((FOLDER / "tasks.json").read_text())
(FOLDER / "answers.json").write_text(json.dumps({name: answer(task) for name, task in tasks.items()}))
print("done")
