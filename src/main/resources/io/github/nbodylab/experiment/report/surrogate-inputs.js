// SPDX-License-Identifier: Apache-2.0

/**
 * Small pieces of linear algebra, and what models make of raw inputs: the Java classes Cholesky, Input, MissingValues and
 * Features.
 */
(function (parts) {
  "use strict";

  var addMultiple = parts.addMultiple, log = parts.log;

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

  Object.assign(parts, {dot: dot, byColumn: byColumn, factor: factor, factorSteps: factorSteps, forward: forward, solve: solve,
    isCategory: isCategory, scaled: scaled, oneHot: oneHot, columns: columns, missingValues: missingValues});
})(ExperimentSurrogateParts);
