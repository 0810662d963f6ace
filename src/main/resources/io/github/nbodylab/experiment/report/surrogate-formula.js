// SPDX-License-Identifier: Apache-2.0

/**
 * Formulas that somebody wrote down: the Java classes Expression, ExpressionParser and ExpressionFunction.
 */
(function (parts) {
  "use strict";

  var log = parts.log, strictExp = parts.strictExp, scaled = parts.scaled;

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

  Object.assign(parts, {expressionForm: expressionForm});
})(ExperimentSurrogateParts);
