// SPDX-License-Identifier: Apache-2.0

/**
 * Evaluates model files in a browser: what the Java package io.github.nbodylab.experiment.surrogate does, with the same
 * operations in the same order, so that both say the same to the last bit. Each part names the Java class that it mirrors,
 * where also its sources are cited. Only a formula that somebody wrote down may differ in its last bits, by pow, sin, cos,
 * tan, atan and log10, which every browser makes in its own way.
 *
 * A point is an array with a number for each input, in the units of the training set: a category as the index of its
 * level, and NaN for a value that is missing, where the model allows it.
 */
var ExperimentSurrogate = (function () {
  "use strict";

  /** The newest schema of model files that is read here: Surrogate.SCHEMA. */
  var SCHEMA = 1;

  // ---- Arithmetic that JavaScript lacks ----

  /** Veltkamp's number, 2^27 + 1: it splits a double into two of 26 bits. */
  var SPLIT = 134217729;
  /** A little above 1, so that what may be half a unit in the last place is told from what is surely less. */
  var MARGIN = 1 + Math.pow(2, -50);

  var doubles = new Float64Array(1);
  var words = new Int32Array(doubles.buffer);

  /**
   * a b + c with one rounding, as Math.fma of Java. The product is split into two doubles without error (Dekker 1971) and
   * the sum too (Knuth), and the three parts are joined. Where that could round twice, which is very rare, roundedOnce does it.
   */
  function fma(a, b, c) {
    var product = a * b;
    var t = SPLIT * a;
    var aHigh = t - (t - a);
    var aLow = a - aHigh;
    t = SPLIT * b;
    var bHigh = t - (t - b);
    var bLow = b - bHigh;
    var productLow = ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
    var sum = product + c;
    var v = sum - product;
    var low = ((product - (sum - v)) + (c - v)) + productLow;
    var result = sum + low;
    var lost = low - (result - sum);
    return result + lost * MARGIN === result ? result : roundedOnce(product, productLow, c);
  }

  /** product + productLow + c, by rounding to odd first (Boldo and Melquiond 2008, figure 3). */
  function roundedOnce(product, productLow, c) {
    var high = c + productLow;
    var v = high - c;
    var low = (c - (high - v)) + (productLow - v);
    var sum = product + high;
    v = sum - product;
    var sumLow = (product - (sum - v)) + (high - v);
    var result = sum + toOdd(low, sumLow);
    return result === result ? result : product + c; // beyond the range of doubles there is nothing to split
  }

  /** x + y, rounded to the neighbour with an odd last digit if it is no double. */
  function toOdd(x, y) {
    var sum = x + y;
    var v = sum - x;
    var lost = (x - (sum - v)) + (y - v);
    doubles[0] = sum;
    if (lost !== 0 && (words[0] & 1) === 0) {
      if (lost > 0 === sum > 0) {
        words[0] |= 1;
      } else {
        words[1] -= words[0] === 0 ? 1 : 0;
        words[0] -= 1;
      }
    }
    return doubles[0];
  }

  /** Adds a multiple of x to y from one index to another, each number by fma: RowUpdates and Rows. */
  function addMultiple(y, a, x, from, to) {
    var t = SPLIT * a;
    var aHigh = t - (t - a);
    var aLow = a - aHigh;
    for (var k = from; k < to; k++) { // fma, with the split of a made once
      var b = x[k];
      var c = y[k];
      var product = a * b;
      t = SPLIT * b;
      var bHigh = t - (t - b);
      var bLow = b - bHigh;
      var productLow = ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
      var sum = product + c;
      var v = sum - product;
      var low = ((product - (sum - v)) + (c - v)) + productLow;
      var result = sum + low;
      var lost = low - (result - sum);
      y[k] = result + lost * MARGIN === result ? result : roundedOnce(product, productLow, c);
    }
  }

  // ---- StrictMath: its logarithm and exponential, which are those of fdlibm (K. C. Ng, Sun Microsystems 1993) ----

  var LN2_HIGH = 0.6931471803691238; // ln 2 in two parts, the first with zeros at its end
  var LN2_LOW = 1.9082149292705877e-10;
  var LOG2_E = 1.4426950408889634;

  /**
   * The natural logarithm of a number above 0, at most one unit in the last place off: x is 2^k (1 + f), and log(1 + f) is
   * a series in s = f/(2 + f).
   */
  function log(x) {
    if (!(x > 0 && x < Infinity)) {
      return Math.log(x);
    }
    var subnormal = x < 2.2250738585072014e-308;
    doubles[0] = subnormal ? x * 18014398509481984 : x; // 2^54
    var high = words[1] & 0xfffff;
    var carry = (high + 0x95f64) & 0x100000; // where x is above sqrt 2, it is halved once more
    var k = (words[1] >> 20) - 1023 + (carry >> 20) - (subnormal ? 54 : 0);
    words[1] = high | (carry ^ 0x3ff00000);
    var f = doubles[0] - 1;
    if (((2 + high) & 0xfffff) < 3) { // f is below 2^-20
      var small = f * f * (0.5 - 0.3333333333333333 * f);
      return f === 0 ? k * LN2_HIGH + k * LN2_LOW
        : k === 0 ? f - small : k * LN2_HIGH - ((small - k * LN2_LOW) - f);
    }
    var s = f / (2 + f);
    var z = s * s;
    var w = z * z;
    var even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
    var odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
    var rest = odd + even;
    if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
      var half = 0.5 * f * f;
      return k === 0 ? f - (half - s * (half + rest))
        : k * LN2_HIGH - ((half - (s * (half + rest) + k * LN2_LOW)) - f);
    }
    return k === 0 ? f - s * (f - rest) : k * LN2_HIGH - ((s * (f - rest) - k * LN2_LOW) - f);
  }

  /**
   * The exponential, at most one unit in the last place off: e^x is 2^k e^r with r = high - low, and e^r comes from a
   * series in r^2.
   */
  function strictExp(x) {
    if (!(Math.abs(x) < 708)) { // near the ends of what doubles can tell
      return Math.exp(x);
    }
    if (Math.abs(x) < 3.725290298461914e-9) { // 2^-28
      return 1 + x;
    }
    doubles[0] = Math.abs(x);
    var k = 0;
    var high = x;
    var low = 0;
    if (words[1] > 0x3fd62e42) { // beyond (ln 2)/2
      k = words[1] < 0x3ff0a2b2 ? Math.sign(x) : Math.trunc(LOG2_E * x + 0.5 * Math.sign(x));
      high = x - k * LN2_HIGH;
      low = k * LN2_LOW;
    }
    var r = high - low;
    var t = r * r;
    var c = r - t * (0.16666666666666602 + t * (-0.0027777777777015593 + t * (0.00006613756321437934
      + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
    if (k === 0) {
      return 1 - ((r * c) / (c - 2) - r);
    }
    return (1 - ((low - (r * c) / (2 - c)) - high)) * powerOfTwo(k);
  }

  // ---- Elementary ----

  var ROUNDING = 6755399441055744; // 1.5 * 2^52

  function powerOfTwo(k) {
    words[0] = 0;
    words[1] = (k + 1023) << 20;
    return doubles[0];
  }

  function series(r, tail) {
    var p = fma(r, tail, 1 / 362880);
    p = fma(r, p, 1 / 40320);
    p = fma(r, p, 1 / 5040);
    p = fma(r, p, 1 / 720);
    p = fma(r, p, 1 / 120);
    p = fma(r, p, 1 / 24);
    p = fma(r, p, 1 / 6);
    p = fma(r, p, 0.5);
    return fma(r * r, p, r);
  }

  /** The exponential of a number that is held above a least one. */
  function boundedExp(x, least) {
    var bounded = Math.max(least, Math.min(709, x));
    var k = (bounded * LOG2_E + ROUNDING) - ROUNDING;
    var r = (bounded - k * LN2_HIGH) - k * LN2_LOW;
    var tail = fma(r, fma(r, fma(r, 1 / 6227020800, 1 / 479001600), 1 / 39916800), 1 / 3628800);
    return (1 + series(r, tail)) * powerOfTwo(k);
  }

  /** Elementary.exp of a number, which is never 0. */
  function exp(x) {
    return boundedExp(x, -708);
  }

  /** Elementary.exp of the numbers in an array, which is 0 far below -708. */
  function expOf(values, from, to) {
    for (var i = from; i < to; i++) {
      values[i] = boundedExp(values[i], -709);
    }
  }

  function tanh(x) {
    var t = series(Math.max(-20, Math.min(20, x)) * (1 / 256), 0);
    for (var i = 0; i < 9; i++) {
      t = t * (t + 2);
    }
    return t / (t + 2);
  }

  function logistic(x) {
    return fma(0.5, tanh(0.5 * x), 0.5);
  }

  // ---- Small pieces of linear algebra ----

  function dot(a, b) {
    var sum = 0;
    for (var k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  /** What is given by point, by column. */
  function byColumn(points) {
    return points.length === 0 ? [] : Array.from(points[0], function (ignored, c) {
      return Float64Array.from(points, function (point) { return point[c]; });
    });
  }

  /**
   * Overwrites the upper triangle of a matrix, rows of Float64Array, by its factor U with A = U'U: Cholesky. Row by row, so
   * that a large one can be made in slices of time; each number is the same chain of operations as in Java.
   */
  function* factorSteps(rows) {
    var n = rows.length;
    for (var i = 0; i < n; i++) {
      var row = rows[i];
      for (var p = 0; p < i; p++) {
        addMultiple(row, -rows[p][i], rows[p], i, n);
      }
      if (!(row[i] > 0) || row[i] === Infinity) {
        throw new Error("a covariance matrix is not positive definite");
      }
      var root = Math.sqrt(row[i]);
      for (var k = i; k < n; k++) {
        row[k] /= root;
      }
      yield i + 1;
    }
    return rows;
  }

  function finished(steps) {
    var step = steps.next();
    while (!step.done) {
      step = steps.next();
    }
    return step.value;
  }

  function factor(matrix) {
    return finished(factorSteps(matrix.map(function (row) { return Float64Array.from(row); })));
  }

  /** Solves U'z = b: Cholesky.forward. */
  function forward(upper, b) {
    var z = Float64Array.from(b);
    for (var p = 0; p < z.length; p++) {
      var row = upper[p];
      z[p] /= row[p];
      var times = z[p];
      for (var k = p + 1; k < z.length; k++) {
        z[k] -= times * row[k];
      }
    }
    return z;
  }

  /** Solves Ax = b: Cholesky.solve. */
  function solve(upper, b) {
    var x = forward(upper, b);
    for (var p = x.length - 1; p >= 0; p--) {
      var sum = x[p];
      for (var k = p + 1; k < x.length; k++) {
        sum -= upper[p][k] * x[k];
      }
      x[p] = sum / upper[p][p];
    }
    return x;
  }

  // ---- Inputs: Input, MissingValues, Features ----

  function isCategory(input) {
    return input.kind === "category";
  }

  function scale(input, raw) {
    if (isCategory(input)) {
      if (!(raw >= 0 && raw < input.levels.length && Number.isInteger(raw))) {
        throw new Error(input.name + " has no level of the index " + raw);
      }
      return raw;
    }
    if (!Number.isFinite(raw)) {
      throw new Error(input.name + " must be a finite number");
    }
    if (input.log && !(raw > 0)) {
      throw new Error(input.name + " must be above 0, because the model sees its logarithm");
    }
    return ((input.log ? log(raw) : raw) - input.mean) / input.deviation;
  }

  function scaled(inputs, raw) {
    if (raw.length !== inputs.length) {
      throw new Error("the model has " + inputs.length + " inputs, not " + raw.length);
    }
    return inputs.map(function (input, i) { return scale(input, raw[i]); });
  }

  /** Scaled numbers, and a category as one column for each level. */
  function oneHot(inputs, raw) {
    var row = [];
    scaled(inputs, raw).forEach(function (value, i) {
      if (isCategory(inputs[i])) {
        inputs[i].levels.forEach(function (ignored, level) { row.push(value === level ? 1 : 0); });
      } else {
        row.push(value);
      }
    });
    return row;
  }

  /** Which input each column of oneHot belongs to. */
  function columns(inputs) {
    var result = [];
    inputs.forEach(function (input, i) {
      for (var k = isCategory(input) ? input.levels.length : 1; k > 0; k--) {
        result.push(i);
      }
    });
    return result;
  }

  /** What the model takes for each input that is missing; NaN if it may not be. */
  function missingValues(model, inputs) {
    return inputs.map(function (input) {
      var has = model.missing && Object.prototype.hasOwnProperty.call(model.missing, input.name);
      var value = has ? model.missing[input.name] : NaN;
      return has && isCategory(input) ? input.levels.indexOf(value) : value;
    });
  }

  // ---- Forms: each makes a function from a point to the outputs, which are numbers or probabilities ----

  /** Term and TermReader. */
  function terms(objects, inputs) {
    var names = inputs.map(function (input) { return input.name; });
    return objects.map(function (object) {
      var factors = object.factors.map(function (f) {
        var at = names.indexOf(f.input);
        var level = isCategory(inputs[at]) ? inputs[at].levels.indexOf(f.level) : -1;
        return function (point) {
          if (level >= 0) {
            return point[at] === level ? 1 : 0;
          }
          var power = point[at];
          for (var i = 1; i < f.power; i++) {
            power *= point[at];
          }
          return power;
        };
      });
      return function (point) {
        return factors.reduce(function (product, f) { return product * f(point); }, 1);
      };
    });
  }

  /** LinearForm: constant, linear, power law and polynomial. */
  function linearForm(model, inputs) {
    var parts = terms(model.terms, inputs);
    return function (raw) {
      var point = scaled(inputs, raw);
      var sum = 0;
      parts.forEach(function (term, t) { sum += model.terms[t].coefficient * term(point); });
      return [model.link === "log" ? model.retransformation * strictExp(sum) : sum];
    };
  }

  /** SharesForm: the same probabilities everywhere. */
  function sharesForm(model, inputs) {
    return function (raw) {
      scaled(inputs, raw);
      return model.shares.slice();
    };
  }

  /** LogisticForm and Softmax. */
  function logisticForm(model, inputs, target) {
    var parts = terms(model.terms, inputs);
    return function (raw) {
      var point = scaled(inputs, raw);
      var sums = target.levels.map(function () { return 0; });
      parts.forEach(function (term, t) {
        var value = term(point);
        sums.forEach(function (sum, k) { sums[k] = sum + model.terms[t].coefficients[k] * value; });
      });
      var largest = Math.max.apply(null, sums);
      var sum = 0;
      var powers = sums.map(function (logarithm) {
        var power = strictExp(logarithm - largest);
        sum += power;
        return power;
      });
      return powers.map(function (power) { return power / sum; });
    };
  }

  /** ForestForm and Tree. */
  function forestForm(model, inputs, target) {
    var outputs = target.levels ? target.levels.length : 1;
    var prior = target.levels ? 0.5 : 0;
    var trees = model.trees.map(function (tree) {
      return {
        features: Int32Array.from(tree.features),
        thresholds: Float64Array.from(tree.thresholds),
        rights: Int32Array.from(tree.rights),
        leaves: Float64Array.from(tree.leaves)
      };
    });
    return function (raw) {
      var point = oneHot(inputs, raw);
      var mean = new Array(outputs).fill(0);
      trees.forEach(function (tree) {
        var node = 0;
        while (tree.features[node] >= 0) {
          node = point[tree.features[node]] <= tree.thresholds[node] ? node + 1 : tree.rights[node];
        }
        for (var k = 0; k < outputs; k++) {
          mean[k] += tree.leaves[tree.rights[node] * outputs + k];
        }
      });
      return mean.map(function (sum) { return (sum + prior) / (trees.length + outputs * prior); });
    };
  }

  /** Activation. */
  var ACTIVATIONS = {
    relu: function (z) { return Math.max(0, z); },
    tanh: tanh,
    logistic: logistic,
    identity: function (z) { return z; }
  };

  /** Link. */
  function linked(link, z) {
    if (link === "identity") {
      return z;
    }
    var most = link === "softmax" ? Math.max.apply(null, z) : 0;
    var sum = 0;
    var means = z.map(function (output) {
      var mean = exp(output - most);
      sum += mean;
      return mean;
    });
    return link === "softmax" ? means.map(function (mean) { return mean / sum; }) : means;
  }

  /** NetworkForm and Network. */
  function networkForm(model, inputs) {
    var activation = ACTIVATIONS[model.activation];
    var networks = model.networks.map(function (network) {
      return network.layers.map(function (layer) {
        return {biases: Float64Array.from(layer.biases), columns: byColumn(layer.weights)};
      });
    });
    return function (raw) {
      var point = oneHot(inputs, raw);
      var mean = model.shift.map(function () { return 0; });
      networks.forEach(function (layers) {
        var signal = point;
        layers.forEach(function (layer, l) {
          var sums = layer.biases.slice();
          layer.columns.forEach(function (column, c) { addMultiple(sums, signal[c], column, 0, sums.length); });
          signal = l < layers.length - 1 ? sums.map(activation) : sums;
        });
        linked(model.link, Array.from(signal)).forEach(function (output, k) {
          mean[k] += model.shift[k] + model.scale[k] * output;
        });
      });
      return mean.map(function (sum) { return sum / networks.length; });
    };
  }

  /** InnerProduct. */
  function innerProduct(kernel) {
    function square(x, z) {
      var sum = 0;
      for (var c = 0; c < x.length; c++) {
        sum += (x[c] - z[c]) * (x[c] - z[c]);
      }
      return sum;
    }
    return {
      gaussian: function (x, z) { return strictExp(-kernel.gamma * square(x, z)); },
      linear: dot,
      polynomial: function (x, z) {
        var base = kernel.gamma * dot(x, z) + 1;
        var power = base;
        for (var i = 1; i < kernel.degree; i++) {
          power *= base;
        }
        return power;
      }
    }[kernel.kind];
  }

  /** SupportVectorForm. */
  function supportVectorForm(model, inputs, target) {
    var product = innerProduct(model.kernel);
    return function (raw) {
      var point = oneHot(inputs, raw);
      var sum = model.intercept;
      model.supportVectors.forEach(function (vector, i) { sum += model.weights[i] * product(vector, point); });
      var prediction = model.mean + model.deviation * sum;
      return [target.count && prediction < 0 ? 0 : prediction];
    };
  }

  /** PairwiseForm and PlattSigmoid. */
  function pairwiseForm(model, inputs, target) {
    var product = innerProduct(model.kernel);
    function probability(machine, products) {
      var value = machine.intercept;
      machine.vectors.forEach(function (vector, v) { value += machine.weights[v] * products[vector]; });
      var exponent = machine.slope * value + machine.offset;
      var small = strictExp(-Math.abs(exponent));
      return exponent >= 0 ? small / (1 + small) : 1 / (1 + small);
    }
    return function (raw) {
      var point = oneHot(inputs, raw);
      var products = model.supportVectors.map(function (vector) { return product(vector, point); });
      var pairs = target.levels.map(function () { return []; });
      var m = 0;
      for (var i = 0; i < pairs.length; i++) {
        for (var j = i + 1; j < pairs.length; j++) {
          pairs[i][j] = probability(model.machines[m++], products);
          pairs[j][i] = 1 - pairs[i][j];
        }
      }
      return coupled(pairs);
    };
  }

  /** PairwiseCoupling. */
  function coupled(pairs) {
    var classes = pairs.length;
    if (classes === 2) {
      return [pairs[0][1], pairs[1][0]];
    }
    var ones = new Array(classes).fill(1);
    var matrix = pairs.map(function () { return new Array(classes).fill(1); });
    for (var i = 0; i < classes; i++) {
      for (var j = 0; j < classes; j++) {
        if (i !== j) {
          var mine = Math.min(Math.max(pairs[i][j], 1e-7), 1 - 1e-7);
          var other = 1 - mine;
          matrix[i][i] += other * other;
          matrix[i][j] -= mine * other;
        }
      }
    }
    var sum = 0;
    var positive = Array.from(solve(factor(matrix), ones), function (p) {
      sum += Math.max(0, p);
      return Math.max(0, p);
    });
    return positive.map(function (p) { return p / sum; });
  }

  // ---- Gaussian processes ----

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

  // ---- Formulas: Expression, ExpressionParser and ExpressionFunction ----

  var NUMBER = /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y;
  var NAME = /[\p{L}_][\p{L}\p{Nd}_.]*|`[^`]+`/uy;
  var LEVEL = /[^\]\[]+/y;
  var FUNCTIONS = {
    sqrt: Math.sqrt, exp: strictExp, log: log, log10: Math.log10, sin: Math.sin, cos: Math.cos, tan: Math.tan,
    atan: Math.atan, abs: Math.abs, pow: Math.pow, min: Math.min, max: Math.max
  };

  /** Reads a formula that Java has read before; what it makes is a function of the raw inputs. */
  function formula(text, inputs) {
    var at = 0;
    var names = inputs.map(function (input) { return input.name; });

    function token(pattern) {
      pattern.lastIndex = at;
      var found = pattern.exec(text);
      at = found ? pattern.lastIndex : at;
      return found ? found[0] : "";
    }
    function blanks() {
      token(/\s*/y);
    }
    function skip(c) {
      blanks();
      if (text[at] !== c) {
        return false;
      }
      at++;
      blanks();
      return true;
    }
    function expect(c) {
      if (!skip(c)) {
        throw new Error("'" + c + "' is missing in the formula");
      }
    }
    function position(name) {
      var bare = name[0] === "`" ? name.slice(1, -1) : name;
      if (names.indexOf(bare) < 0) {
        throw new Error("the formula uses '" + bare + "', which is no input");
      }
      return names.indexOf(bare);
    }
    function chain(operand, operators) {
      var left = operand();
      for (;;) {
        var operator = Object.keys(operators).find(skip);
        if (!operator) {
          return left;
        }
        left = operators[operator](left, operand());
      }
    }
    function sum() {
      return chain(product, {
        "+": function (a, b) { return function (raw) { return a(raw) + b(raw); }; },
        "-": function (a, b) { return function (raw) { return a(raw) - b(raw); }; }
      });
    }
    function product() {
      return chain(signed, {
        "*": function (a, b) { return function (raw) { return a(raw) * b(raw); }; },
        "/": function (a, b) { return function (raw) { return a(raw) / b(raw); }; }
      });
    }
    function signed() {
      if (skip("-")) {
        var operand = signed();
        return function (raw) { return -operand(raw); };
      }
      return skip("+") ? signed() : power();
    }
    function power() {
      var base = primary();
      if (!skip("^")) {
        return base;
      }
      var exponent = signed();
      return function (raw) { return Math.pow(base(raw), exponent(raw)); };
    }
    function primary() {
      blanks();
      if (skip("(")) {
        var inner = sum();
        expect(")");
        return inner;
      }
      if (skip("[")) {
        return indicator();
      }
      var number = token(NUMBER);
      if (number) {
        return function () { return Number(number); };
      }
      var name = token(NAME);
      return name[0] !== "`" && skip("(") ? call(name) : named(name);
    }
    function named(name) {
      if (name === "pi" || name === "e") {
        return function () { return name === "pi" ? Math.PI : Math.E; };
      }
      var input = position(name);
      return function (raw) { return raw[input]; };
    }
    function indicator() {
      blanks();
      var input = position(token(NAME));
      expect("=");
      blanks();
      var level = inputs[input].levels.indexOf(token(LEVEL).trim());
      expect("]");
      return function (raw) { return raw[input] === level ? 1 : 0; };
    }
    function call(name) {
      var inner = [];
      do {
        inner.push(sum());
      } while (skip(","));
      expect(")");
      return function (raw) {
        return FUNCTIONS[name].apply(null, inner.map(function (argument) { return argument(raw); }));
      };
    }

    var root = sum();
    if (at < text.length) {
      throw new Error("the formula has an end too early");
    }
    return root;
  }

  /** ExpressionForm. */
  function expressionForm(model, inputs) {
    var value = formula(model.formula, inputs);
    return function (raw) {
      scaled(inputs, raw);
      return [value(raw)];
    };
  }

  // ---- The domain: Domain, DomainInput, DomainReader ----

  /** The grade of what no training row has at all. */
  var NOWHERE = 1e6;
  /** In the order of Domain.Measure, of which the first one is named where several are equally bad. */
  var MEASURES = ["level", "box", "hull", "mahalanobis", "neighbour", "variance"];
  var BOX = {limit: 1, far: 1.1};

  function grade(band, value) {
    if (value <= band.limit) {
      return band.limit > 0 ? value / band.limit : 0;
    }
    return band.far > band.limit
      ? Math.min(NOWHERE, 1 + (value - band.limit) / (band.far - band.limit))
      : NOWHERE;
  }

  function seen(input, raw) {
    return input.log ? log(Math.max(raw, Number.MIN_VALUE)) : raw;
  }

  /** Distance from the middle of the range over half the range. */
  function eccentricity(input, raw) {
    var value = seen(input, raw);
    var distance = Math.abs(value - (input.min + input.max) / 2);
    var result = distance === 0 ? 0 : distance / ((input.max - input.min) / 2);
    return value >= input.min && value <= input.max ? Math.min(1, result) : result;
  }

  /** Domain.Reading: the grades, the worst measure, and where that puts the point. */
  function reading(grades) {
    var worst = MEASURES.filter(function (measure) { return measure in grades; })
      .reduce(function (a, b) { return grades[b] > grades[a] ? b : a; });
    return {
      grades: grades,
      worst: worst,
      grade: grades[worst],
      position: grades[worst] <= 1 ? "inside" : grades[worst] <= 2 ? "edge" : "outside"
    };
  }

  /** A function from a point, and the variance ratio of a Gaussian process or null, to its reading: Domain.at. */
  function domainOf(json) {
    var inputs = json.inputs;
    var upper = factor(json.covariance);
    return function (raw, varianceRatio) {
      var grades = {};
      var box = 0;
      var numbers = [];
      inputs.forEach(function (input, i) {
        if (!Number.isFinite(raw[i])) {
          throw new Error("an input must be a finite number, not " + raw[i]);
        }
        if (input.levels) {
          grades.level = Math.max(grades.level || 0, input.levels.indexOf(raw[i]) < 0 ? NOWHERE : 0);
        } else {
          box = Math.max(box, eccentricity(input, raw[i]));
          numbers.push((seen(input, raw[i]) - input.centre) / input.scale);
        }
      });
      if (numbers.length > 0) {
        var forwarded = forward(upper, numbers);
        grades.box = grade(BOX, box);
        grades.mahalanobis = grade(json.limits.mahalanobis, Math.sqrt(dot(forwarded, forwarded)));
      }
      if (json.hull) {
        grades.hull = grade(json.limits.hull, hullDistance(json.hull, numbers));
      }
      grades.neighbour = grade(json.limits.neighbour, Math.sqrt(nearest(json, numbers, raw)));
      if (varianceRatio !== null) {
        grades.variance = grade(json.limits.variance, varianceRatio);
      }
      return reading(grades);
    };
  }

  /** The squared distance of the nearest reference point, where another level is as far as one deviation. */
  function nearest(json, numbers, raw) {
    var least = Infinity;
    json.points.forEach(function (point) {
      var sum = 0;
      var number = 0;
      for (var i = 0; i < raw.length; i++) {
        var difference = json.inputs[i].levels ? (point[i] === raw[i] ? 0 : 1) : point[i] - numbers[number++];
        sum += difference * difference;
      }
      least = Math.min(least, sum);
    });
    return least;
  }

  // ---- Hull ----

  var TINY = 1e-12;

  function hullDistance(vertices, point) {
    var p = vertices.map(function (vertex) { return vertex.map(function (v, k) { return v - point[k]; }); });
    var squares = p.map(function (q) { return dot(q, q); });
    var largest = squares.reduce(function (a, b) { return Math.max(a, b); }, 0);
    var first = squares.reduce(function (best, square, i) { return square < squares[best] ? i : best; }, 0);
    var corral = {members: [first], weights: [1]};
    var x = corralPoint(corral, p);
    for (var step = 0; step < 1000; step++) {
      var square = dot(x, x);
      var next = nextVertex(x, p);
      var wider = corral;
      if (square > TINY * largest && dot(x, p[next]) < square - TINY * largest) {
        wider = widened(corral, next, p, largest);
      }
      if (wider === corral) {
        return square > TINY * largest ? Math.sqrt(square) : 0;
      }
      corral = wider;
      x = corralPoint(corral, p);
    }
    return Math.sqrt(dot(x, x));
  }

  function nextVertex(x, p) {
    return p.reduce(function (next, q, i) { return dot(x, q) < dot(x, p[next]) ? i : next; }, 0);
  }

  function corralPoint(corral, p) {
    return p[0].map(function (ignored, k) {
      return corral.members.reduce(function (sum, member, m) { return sum + corral.weights[m] * p[member][k]; }, 0);
    });
  }

  /** With one point more, less those that it makes needless; the same one if that changes nothing. */
  function widened(corral, next, p, largest) {
    if (corral.members.indexOf(next) >= 0) {
      return corral;
    }
    var all = corral.members.concat(next);
    var lambda = corral.weights.concat(0);
    for (;;) {
      var alpha = affineWeights(all, p, largest);
      if (alpha === null) {
        return corral;
      }
      if (alpha.every(function (a) { return a > TINY; })) {
        return {members: all, weights: alpha};
      }
      var share = 1;
      for (var m = 0; m < alpha.length; m++) {
        if (alpha[m] <= TINY && lambda[m] > alpha[m]) {
          share = Math.min(share, lambda[m] / (lambda[m] - alpha[m]));
        }
      }
      var weights = alpha.map(function (a, i) { return lambda[i] + share * (a - lambda[i]); });
      var kept = all.filter(function (ignored, i) { return weights[i] > TINY; });
      if (kept.length === alpha.length || kept.length === 0) {
        return corral;
      }
      all = kept;
      lambda = weights.filter(function (weight) { return weight > TINY; });
    }
  }

  /** The weights of the point nearest to the origin in the plane through some points; null if they span none. */
  function affineWeights(members, p, largest) {
    var matrix = members.map(function (a) {
      return members.map(function (b) { return dot(p[a], p[b]) + largest; });
    });
    try {
      var weights = Array.from(solve(factor(matrix), members.map(function () { return 1; })));
      var sum = weights.reduce(function (a, b) { return a + b; }, 0);
      return weights.map(function (weight) { return weight / sum; });
    } catch (notDefinite) {
      return null;
    }
  }

  // ---- The model: ModelReader, Surrogate, ResidualBand ----

  /** What an object says of its kind; the Gaussian process alone has more to say than outputs. */
  function formOf(model, inputs, targets) {
    var target = targets[0];
    if (model.parts) {
      return partsForm(model.parts.map(surrogate));
    }
    if (model.kind === "gaussian-process") {
      return gaussianProcess(model, inputs, target);
    }
    var form = {
      "constant": linearForm,
      "linear": linearForm,
      "power-law": linearForm,
      "polynomial": linearForm,
      "physics": expressionForm,
      "neural-network": networkForm,
      "logistic": logisticForm,
      "support-vector": target.levels ? pairwiseForm : supportVectorForm,
      "random-forest": forestForm
    }[model.kind];
    if (!form) {
      throw new Error("\"" + model.kind + "\" is no kind of model that this page knows");
    }
    return {outputs: (model.shares ? sharesForm : form)(model, inputs, target)};
  }

  /** PartsForm: several targets, each with a formula of its own. */
  function partsForm(parts) {
    return {
      outputs: function (raw) { return parts.map(function (part) { return part.predict(raw); }); },
      prepare: function (milliseconds, progress) {
        return parts.every(function (part) { return part.prepare(milliseconds, progress); });
      },
      parts: parts
    };
  }

  /** ResidualBand: the interval of 95 %. */
  function residualInterval(band, prediction) {
    var interval = band && band.intervals.find(function (level) { return level.probability === 0.95; });
    if (!interval) {
      return null;
    }
    var half = interval.halfWidth * (band.count ? Math.sqrt(Math.max(0, prediction) + 0.5) : 1);
    var low = prediction - half;
    return {low: band.count ? Math.max(0, low) : low, high: prediction + half};
  }

  function surrogate(model) {
    var inputs = model.inputs;
    var targets = model.targets || [model.target];
    var instead = missingValues(model, inputs);
    var form = formOf(model, inputs, targets);
    var domain = model.domain ? domainOf(model.domain) : null;
    var gradesVariance = form.varianceRatio && model.domain && model.domain.limits.variance;

    function filled(raw) {
      return raw.map(function (value, i) { return Number.isNaN(value) ? instead[i] : value; });
    }

    function outputs(raw) {
      return form.outputs(filled(raw));
    }

    function predict(raw) {
      var values = outputs(raw);
      return targets[0].levels
        ? values.reduce(function (best, value, k) { return value > values[best] ? k : best; }, 0)
        : values[0];
    }

    return {
      kind: model.kind,
      inputs: inputs,
      targets: targets,
      /** Whether an input may be missing. */
      mayMiss: function (input) { return instead[input] === instead[input]; },
      /** The mean of each target, or the probability of each class. */
      outputs: outputs,
      /** The mean of the target, or the index of its most probable class. */
      predict: predict,
      /** Works for some milliseconds on what a large model needs before it tells intervals; true once that is there. */
      prepare: function (milliseconds, progress) {
        return !form.prepare || form.prepare(milliseconds, progress);
      },
      /** The interval of 95 % of a target as {low, high}; null if the model has none. */
      interval: function (raw, target) {
        if (form.parts) {
          return form.parts[target].interval(filled(raw), 0);
        }
        if (!form.hasNoise) {
          return targets[0].levels ? null : residualInterval(model.residuals, predict(raw));
        }
        var whole = filled(raw);
        var mean = predict(raw);
        var half = 1.959963984540054 * Math.sqrt(form.latentVariance(whole) + form.noiseVariance(whole));
        var low = mean - half;
        return {low: targets[target].count ? Math.max(0, low) : low, high: mean + half};
      },
      /** How the point lies to the training rows: {position, worst, grade, grades}; null if the file does not tell. */
      reading: function (raw) {
        var whole = filled(raw);
        return domain === null ? null : domain(whole, gradesVariance ? form.varianceRatio(whole) : null);
      }
    };
  }

  /** A model from what its file holds. Throws an Error with one sentence for the reader if it cannot be read. */
  function read(model) {
    if (!model || typeof model !== "object" || !("schema" in model) || !("kind" in model)) {
      throw new Error("it is no model file");
    }
    if (model.schema !== SCHEMA) {
      throw new Error("it has schema " + model.schema + ", and this page knows " + SCHEMA + " only");
    }
    return surrogate(model);
  }

  return {read: read, fma: fma, exp: exp};
})();
