// SPDX-License-Identifier: Apache-2.0

/**
 * Evaluates model files in a browser: what the Java package io.github.nbodylab.experiment.surrogate does, with the same
 * operations in the same order, so that both say the same to the last bit. Each part names the Java class that it mirrors,
 * where also its sources are cited. Only a formula that somebody wrote down may differ in its last bits, by pow, sin, cos,
 * tan, atan and log10, which every browser makes in its own way.
 *
 * A point is an array with a number for each input, in the units of the training set: a category as the index of its
 * level, and NaN for a value that is missing, where the model allows it.
 *
 * It stands on surrogate-arithmetic, -inputs, -forms, -process, -formula and -domain.js, which a page loads before it, in this order.
 */
var ExperimentSurrogate = (function (parts) {
  "use strict";

  /** The newest schema of model files that is read here: Surrogate.SCHEMA. */
  var SCHEMA = 1;

  var missingValues = parts.missingValues, linearForm = parts.linearForm, sharesForm = parts.sharesForm,
      logisticForm = parts.logisticForm, forestForm = parts.forestForm, networkForm = parts.networkForm,
      supportVectorForm = parts.supportVectorForm, pairwiseForm = parts.pairwiseForm,
      gaussianProcess = parts.gaussianProcess, expressionForm = parts.expressionForm, domainOf = parts.domainOf;

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

  return {read: read, fma: parts.fma, exp: parts.exp};
})(ExperimentSurrogateParts);
