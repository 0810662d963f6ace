// SPDX-License-Identifier: Apache-2.0

/**
 * Gaussian processes: their covariance functions, means, variances and noise.
 */
(function (parts) {
  "use strict";

  var fma = parts.fma, boundedExp = parts.boundedExp, expOf = parts.expOf, dot = parts.dot, byColumn = parts.byColumn,
      factor = parts.factor, factorSteps = parts.factorSteps, forward = parts.forward, oneHot = parts.oneHot,
      columns = parts.columns;

  /** Kernel: correlations in place of squared distances. */
  var KERNELS = {
    "rbf": function (values, from, to) {
      for (var k = from; k < to; k++) {
        values[k] *= -0.5;
      }
      expOf(values, from, to);
    },
    "matern-3/2": function (values, from, to) {
      matern(3, values, from, to, function (s) { return 1 + s; });
    },
    "matern-5/2": function (values, from, to) {
      matern(5, values, from, to, function (s) { return fma(s, fma(s, 1 / 3, 1), 1); });
    }
  };

  function matern(times, values, from, to, polynomial) {
    for (var k = from; k < to; k++) {
      var s = Math.sqrt(times * values[k]);
      values[k] = polynomial(s) * boundedExp(-s, -709);
    }
  }

  /**
   * Covariance: between(point, columns, from, to, out) fills in the covariances of a point with others, and variance(point)
   * is that at a point. A kernel, or a sum or product of several.
   */
  function covariance(tree, owners) {
    if (tree.sum) {
      return sumCovariance(tree.sum.map(function (child) { return covariance(child, owners); }));
    }
    var variance = "signalVariance" in tree ? tree.signalVariance : 1;
    if (tree.product) {
      return productCovariance(variance, tree.product.map(function (child) { return covariance(child, owners); }));
    }
    var inverses = owners.map(function (input) { return 1 / tree.lengthScales[input]; });
    return tree.kernel === "linear"
      ? linearCovariance(inverses)
      : stationaryCovariance(KERNELS[tree.kernel], variance, inverses);
  }

  /** StationaryCovariance. */
  function stationaryCovariance(kernel, variance, inverses) {
    return {
      between: function (point, columns, from, to, out) {
        out.fill(0, from, to);
        inverses.forEach(function (inverse, c) {
          var x = point[c];
          var column = columns[c];
          for (var k = from; k < to; k++) {
            var difference = (x - column[k]) * inverse;
            out[k] = fma(difference, difference, out[k]);
          }
        });
        kernel(out, from, to);
        for (var k = from; k < to; k++) {
          out[k] *= variance;
        }
      },
      variance: function () { return variance; }
    };
  }

  /** LinearCovariance. */
  function linearCovariance(inverses) {
    return {
      between: function (point, columns, from, to, out) {
        out.fill(0, from, to);
        inverses.forEach(function (inverse, c) {
          for (var k = from; k < to; k++) {
            out[k] = fma(point[c] * columns[c][k], inverse * inverse, out[k]);
          }
        });
      },
      variance: function (point) {
        return inverses.reduce(function (sum, inverse, c) {
          return fma(point[c] * point[c], inverse * inverse, sum);
        }, 0);
      }
    };
  }

  /** SumCovariance. */
  function sumCovariance(parts) {
    return {
      between: function (point, columns, from, to, out) {
        parts[0].between(point, columns, from, to, out);
        var next = new Float64Array(to);
        parts.slice(1).forEach(function (part) {
          part.between(point, columns, from, to, next);
          for (var k = from; k < to; k++) {
            out[k] += next[k];
          }
        });
      },
      variance: function (point) {
        return parts.reduce(function (sum, part) { return sum + part.variance(point); }, 0);
      }
    };
  }

  /** ProductCovariance. */
  function productCovariance(variance, parts) {
    return {
      between: function (point, columns, from, to, out) {
        out.fill(variance, from, to);
        var next = new Float64Array(to);
        parts.forEach(function (part) {
          part.between(point, columns, from, to, next);
          for (var k = from; k < to; k++) {
            out[k] *= next[k];
          }
        });
      },
      variance: function (point) {
        return parts.reduce(function (product, part) { return product * part.variance(point); }, variance);
      }
    };
  }

  /** MeanFunction: its value, and what its estimated coefficients are multiplied with. */
  function meanFunction(model) {
    var slopes = model.trend || [];
    return {
      at: function (point) {
        return slopes.reduce(function (sum, slope) { return sum + slope.slope * point[slope.column]; }, model.mean);
      },
      basis: function (point) {
        return model.trend ? [1].concat(slopes.map(function (slope) { return point[slope.column]; })) : [];
      }
    };
  }

  /** Posterior: the factors that variances need, in slices of time; yields the part that is done, from 0 to 1. */
  function* posteriorSteps(kernel, mean, points, noiseVariances) {
    var n = points.length;
    var all = byColumn(points);
    var rows = [];
    for (var i = 0; i < n; i++) {
      rows.push(new Float64Array(n));
      kernel.between(points[i], all, i, n, rows[i]);
      rows[i][i] += noiseVariances[i];
      yield 0;
    }
    var steps = factorSteps(rows);
    for (var step = steps.next(); !step.done; step = steps.next()) {
      var left = 1 - step.value / n;
      yield 1 - left * left * (3 - 2 * left); // the work of a row is in proportion to those above it and to its length
    }
    var basis = byColumn(points.map(mean.basis)).map(function (values) { return forward(rows, values); });
    var information = factor(basis.map(function (a) {
      return basis.map(function (b) { return dot(a, b); });
    }));
    return {upper: rows, basis: basis, information: information};
  }

  /** GaussianProcessForm, GaussianProcessReader and Noise. */
  function gaussianProcess(model, inputs, target) {
    var tree = typeof model.kernel === "object" ? model.kernel : model; // a kernel alone stands in the model itself
    var kernel = covariance(tree, columns(inputs));
    var mean = meanFunction(model);
    var points = model.trainingInputs;
    var all = byColumn(points);
    var posterior = null;
    var steps = null;
    var last = {raw: [], variance: NaN};

    function predict(raw) {
      var point = oneHot(inputs, raw);
      var covariances = new Float64Array(points.length);
      kernel.between(point, all, 0, points.length, covariances);
      var prediction = mean.at(point) + dot(covariances, model.alpha);
      return target.count && prediction < 0 ? 0 : prediction;
    }

    /** Works for some milliseconds on what variances need; true once it is there. */
    function prepare(milliseconds, progress) {
      var end = performance.now() + milliseconds;
      steps = steps || posteriorSteps(kernel, mean, points, model.noiseVariances);
      while (posterior === null && performance.now() < end) {
        var step = steps.next();
        if (step.done) {
          posterior = step.value;
        } else if (progress) {
          progress(step.value);
        }
      }
      return posterior !== null;
    }

    /** Posterior.covariance of one point: the variance of the noiseless function. */
    function latentVariance(raw) {
      if (raw.length === last.raw.length && raw.every(function (value, i) { return value === last.raw[i]; })) {
        return last.variance; // the interval and the domain both ask for it
      }
      prepare(Infinity);
      var point = oneHot(inputs, raw);
      var prior = new Float64Array(points.length);
      kernel.between(point, all, 0, points.length, prior);
      var explained = forward(posterior.upper, prior);
      var rest = mean.basis(point).map(function (value, j) { return value - dot(posterior.basis[j], explained); });
      var unsure = forward(posterior.information, rest);
      var own = new Float64Array(1);
      kernel.between(point, byColumn([point]), 0, 1, own);
      var variance = Math.max(0, own[0] + (dot(unsure, unsure) - dot(explained, explained)));
      last = {raw: raw.slice(), variance: variance};
      return variance;
    }

    return {
      outputs: function (raw) { return [predict(raw)]; },
      prepare: prepare,
      hasNoise: "nugget" in model && (!target.count || "dispersion" in model),
      latentVariance: latentVariance,
      varianceRatio: function (raw) { return latentVariance(raw) / kernel.variance(oneHot(inputs, raw)); },
      noiseVariance: function (raw) {
        var dispersion = target.count ? model.dispersion : 0;
        return model.nugget + dispersion * (Math.max(predict(raw), 0) + 0.5 / 1) / 1;
      }
    };
  }

  Object.assign(parts, {gaussianProcess: gaussianProcess});
})(ExperimentSurrogateParts);
