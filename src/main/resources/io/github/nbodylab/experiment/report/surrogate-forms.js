// SPDX-License-Identifier: Apache-2.0

/**
 * The forms of models but Gaussian processes and formulas: each makes a function from a point to the outputs, which are numbers
 * or probabilities.
 */
(function (parts) {
  "use strict";

  var addMultiple = parts.addMultiple, strictExp = parts.strictExp, exp = parts.exp, tanh = parts.tanh,
      logistic = parts.logistic, dot = parts.dot, byColumn = parts.byColumn, factor = parts.factor, solve = parts.solve,
      isCategory = parts.isCategory, scaled = parts.scaled, oneHot = parts.oneHot;

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

  Object.assign(parts, {linearForm: linearForm, sharesForm: sharesForm, logisticForm: logisticForm,
    forestForm: forestForm, networkForm: networkForm, supportVectorForm: supportVectorForm,
    pairwiseForm: pairwiseForm});
})(ExperimentSurrogateParts);
