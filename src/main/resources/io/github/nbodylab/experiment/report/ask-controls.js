/**
 * The controls of the panel that asks a surrogate, one for each input of the model: it finds its fields in the form by the
 * input's name, fills them, and keeps slider and field together.
 */
var ExperimentControls = (function () {
  "use strict";

  /** Steps of a slider. */
  var STEPS = 1000;
  /** Beyond the trained range on both sides, as a part of it. */
  var MARGIN = 0.15;
  /** From this ratio of the ends of a range on, most of it would lie at one end of a linear slider. */
  var WIDE = 1000;
  var DIGITS = 4;

  function option(value, text) {
    var node = document.createElement("option");
    node.value = value;
    node.textContent = text;
    return node;
  }

  /** The place of a number on the slider, and back: by ratio where the model sees the logarithm, or the range is wide. */
  function sliderScale(input) {
    var log = input.min > 0 && (input.log || input.max >= WIDE * input.min);
    var place = log ? Math.log : function (number) { return number; };
    var number = log ? Math.exp : function (at) { return at; };
    var span = place(input.max) - place(input.min) || Math.abs(place(input.max)) || 1;
    var low = number(place(input.min) - MARGIN * span);
    var high = number(place(input.max) + MARGIN * span);
    if (!log && input.min >= 0) {
      low = Math.max(0, low);
    }
    if (input.kind === "whole") {
      low = Math.floor(low);
      high = Math.ceil(high);
      low = log ? Math.max(1, low) : low;
    }
    return {log: log, low: low, high: high, place: place, number: number};
  }

  /** A number that is short to read, and as near as the slider's step asks for; none leaves the trained range by that. */
  function tidy(input, scale, number) {
    var short = rounded(input, scale, number);
    return number >= input.min && number <= input.max ? Math.max(input.min, Math.min(input.max, short)) : short;
  }

  function rounded(input, scale, number) {
    if (input.kind === "whole") {
      return Math.round(number);
    }
    if (scale.log) {
      return Number(number.toPrecision(DIGITS));
    }
    var unit = Math.pow(10, Math.floor(Math.log10((scale.high - scale.low) / STEPS)));
    return Number((Math.round(number / unit) * unit).toPrecision(12));
  }

  function numberControl(box, input, mayMiss, start) {
    var scale = sliderScale(input);
    var field = box.querySelector("input[type=number]");
    var slider = box.querySelector("input[type=range]");
    var first = scale.place(scale.low);
    var span = scale.place(scale.high) - first;

    function part(number) {
      return (scale.place(number) - first) / span;
    }
    function value() {
      return field.value === "" ? NaN : Number(field.value);
    }
    function follow() {
      var at = part(value());
      slider.value = Number.isFinite(at) ? Math.round(STEPS * at) : at === -Infinity ? 0 : slider.value;
      slider.setAttribute("aria-valuetext", field.value || "no number");
    }
    function set(number) {
      field.value = tidy(input, scale, number);
      follow();
    }

    slider.min = 0;
    slider.max = STEPS;
    slider.step = 1;
    field.step = input.kind === "whole" ? 1 : "any";
    box.style.setProperty("--exp-from", part(input.min));
    box.style.setProperty("--exp-to", part(input.max));
    box.querySelector(".exp-ask-ends").textContent =
      "trained from " + ExperimentNumbers.brief(input.min, DIGITS) + " to " + ExperimentNumbers.brief(input.max, DIGITS);
    slider.addEventListener("input", function () {
      set(Math.max(scale.low, Math.min(scale.high, scale.number(first + span * slider.value / STEPS))));
    });
    slider.addEventListener("keydown", function (event) { // a step of the slider may be more or less than a whole number
      var step = {ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1}[event.key];
      if (step && input.kind === "whole") {
        event.preventDefault();
        set(Math.max(scale.low, Math.min(scale.high, Math.round(value()) + step)));
        field.dispatchEvent(new Event("input", {bubbles: true}));
      }
    });
    field.addEventListener("input", follow);
    set(start);
    return {
      input: input,
      scale: scale,
      value: value,
      text: function () { return field.value; },
      wrong: function () {
        return field.value !== "" || mayMiss ? "" : "Give a number for " + box.dataset.label + ".";
      },
      label: box.dataset.label,
      axis: box.dataset.axis
    };
  }

  function categoryControl(box, input, mayMiss, start) {
    var select = box.querySelector("select");
    input.levels.concat(mayMiss ? "" : []).forEach(function (level) {
      select.append(option(level, level === "" ? "(missing)" : level));
    });
    select.value = input.levels[start];
    return {
      input: input,
      value: function () { return select.value === "" ? NaN : input.levels.indexOf(select.value); },
      text: function () { return select.value; },
      wrong: function () { return ""; },
      label: box.dataset.label
    };
  }

  /** Where the panel starts: the median of the rows that the model's domain keeps, or the middle of the range. */
  function startOf(json, input, i) {
    var known = json.domain && json.domain.inputs[i];
    var values = known ? json.domain.points.map(function (point) { return point[i]; }) : [];
    values.sort(function (a, b) { return a - b; });
    if (input.kind === "category") {
      return values.length ? values[values.length >> 1] : 0;
    }
    if (values.length) {
      var median = known.centre + known.scale * values[values.length >> 1];
      return Math.max(input.min, Math.min(input.max, known.log ? Math.exp(median) : median));
    }
    return input.log && input.min > 0 ? Math.sqrt(input.min * input.max) : (input.min + input.max) / 2;
  }

  function controlOf(form, json, model, i) {
    var input = model.inputs[i];
    var box = Array.from(form.querySelectorAll("[data-input]")).find(function (candidate) {
      return candidate.dataset.input === input.name;
    });
    if (!box) {
      throw new Error("it has an input '" + input.name + "', which the record of this page has not");
    }
    var control = input.kind === "category" ? categoryControl : numberControl;
    return control(box, input, model.mayMiss(i), startOf(json, input, i));
  }

  /**
   * The controls of all inputs of a model, in their order: input, label, value() as a number or NaN, text() as it is
   * written, and wrong(), a sentence or nothing; those of numbers have a scale and the label of an axis too.
   */
  function of(form, json, model) {
    return model.inputs.map(function (ignored, i) { return controlOf(form, json, model, i); });
  }

  return {of: of};
})();
