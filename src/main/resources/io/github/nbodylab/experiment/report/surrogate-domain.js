// SPDX-License-Identifier: Apache-2.0

/**
 * Whether a point lies inside of the training set: the Java classes Domain, DomainInput, DomainReader and Hull.
 */
(function (parts) {
  "use strict";

  var log = parts.log, dot = parts.dot, factor = parts.factor, forward = parts.forward, solve = parts.solve;

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

  Object.assign(parts, {domainOf: domainOf});
})(ExperimentSurrogateParts);
