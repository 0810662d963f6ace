// SPDX-License-Identifier: Apache-2.0

/**
 * Arithmetic that JavaScript lacks, and the logarithm and exponential of StrictMath, which are those of fdlibm (K. C. Ng, Sun
 * Microsystems 1993): the Java classes Rows, RowUpdates and Elementary.
 */
var ExperimentSurrogateParts = {};

(function (parts) {
  "use strict";

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

  Object.assign(parts, {fma: fma, addMultiple: addMultiple, log: log, strictExp: strictExp, boundedExp: boundedExp,
    exp: exp, expOf: expOf, tanh: tanh, logistic: logistic});
})(ExperimentSurrogateParts);
