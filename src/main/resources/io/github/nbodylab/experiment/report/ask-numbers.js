/** Numbers as the pages write them: the digits of report/Numbers, which the build uses. */
var ExperimentNumbers = (function () {
  "use strict";

  var SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** The digits and the exponent of a number above 0 that is rounded to some digits, ties to even; no zeros are added. */
  function rounded(number, digits) {
    var exact = number.toExponential(100).split("e");
    var all = exact[0].replace(".", "");
    var exponent = Number(exact[1]);
    if (/^0*$/.test(all.slice(digits))) { // nothing to round: as many digits as the number has
      return {digits: all.replace(/0+$/, "").padEnd(exponent + 1, "0"), exponent: exponent};
    }
    if (/^50*$/.test(all.slice(digits)) && Number(all[digits - 1]) % 2 === 0) {
      return {digits: all.slice(0, digits), exponent: exponent};
    }
    var parts = number.toExponential(digits - 1).split("e");
    return {digits: parts[0].replace(".", ""), exponent: Number(parts[1])};
  }

  function superscript(exponent) {
    return (exponent < 0 ? "⁻" : "") + String(Math.abs(exponent)).replace(/\d/g, function (digit) {
      return SUPERSCRIPTS[digit];
    });
  }

  /** Rounded to a whole number, ties to even, in groups of three digits from 10 000 on. */
  function count(number) {
    var whole = Math.round(number);
    if (Math.abs(number % 1) === 0.5 && whole % 2 !== 0) {
      whole -= 1;
    }
    var text = String(Math.abs(whole));
    return text.length > 4 ? text.replace(/\B(?=(\d{3})+$)/g, "\u202f") : text;
  }

  /** With so many significant digits; powers of ten for the very small and the very large. */
  function significant(number, digits) {
    if (!Number.isFinite(number)) {
      return "\u2013";
    }
    if (number === 0) {
      return "0";
    }
    var sign = number < 0 ? "\u2212" : "";
    var found = rounded(Math.abs(number), digits);
    if (found.exponent < -3 || found.exponent > 6) {
      var mantissa = (found.digits[0] + "." + found.digits.slice(1)).replace(/\.?0*$/, "");
      return sign + mantissa + "\u00a0×\u00a010" + superscript(found.exponent);
    }
    if (found.exponent >= digits) {
      return sign + count(Math.abs(number));
    }
    if (found.exponent < 0) {
      return sign + "0." + "0".repeat(-1 - found.exponent) + found.digits;
    }
    var rest = found.digits.slice(found.exponent + 1);
    return sign + found.digits.slice(0, found.exponent + 1) + (rest ? "." + rest : "");
  }

  /** Without zeros at the end. */
  function brief(number, digits) {
    var text = significant(number, digits);
    return text.indexOf(".") >= 0 && text.indexOf("×") < 0 ? text.replace(/\.?0+$/, "") : text;
  }

  return {significant: significant, brief: brief};
})();
