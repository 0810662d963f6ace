/**
 * The panel that asks the chosen model of an experiment about one point: the page holds its form, a script beside the page
 * hands over the model by calling experimentModel, and surrogate.js evaluates it. The model is loaded when its reader comes
 * near to the panel. Work that takes long is done in slices, so that the page never stands still.
 */
(function () {
  "use strict";

  /** How long the page may be kept busy at a time, in milliseconds. */
  var SLICE = 8;
  var SAMPLES = 60;
  var STEPS = 1000;
  /** Beyond the trained range on both sides, as a part of it. */
  var MARGIN = 0.15;
  /** From this ratio of the ends of a range on, most of it would lie at one end of a linear slider. */
  var WIDE = 1000;
  var DIGITS = 4;
  var INKS = ["main", "second", "ceiling"];

  var panel = document.getElementById("exp-ask-panel");
  if (!panel) {
    return;
  }
  var form = panel.querySelector("form");
  var answer = panel.querySelector("output");
  var curves = panel.querySelector(".exp-ask-curves");
  var points = panel.querySelector("textarea");
  var copied = panel.querySelector(".exp-ask-copied");
  var model;
  var controls;
  /** The control that the curve goes along. */
  var along;
  /** Counts changes, so that work for an older one ends. */
  var turn = 0;

  function element(name, className, children) {
    var node = document.createElement(name);
    node.className = className;
    [].concat(children).forEach(function (child) { node.append(child); });
    return node;
  }

  function say(sentence) {
    document.getElementById("exp-ask-without").textContent = sentence;
  }

  // ---- Controls: one for each input, which shares its fields with the form ----

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
      "trained from " + ExperimentCurve.brief(input.min, DIGITS) + " to " + ExperimentCurve.brief(input.max, DIGITS);
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
      var option = element("option", "", level === "" ? "(missing)" : level);
      option.value = level;
      select.append(option);
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

  function controlOf(json, input, i) {
    var box = Array.from(form.querySelectorAll("[data-input]")).find(function (candidate) {
      return candidate.dataset.input === input.name;
    });
    if (!box) {
      throw new Error("it has an input '" + input.name + "', which the record of this page has not");
    }
    var control = input.kind === "category" ? categoryControl : numberControl;
    return control(box, input, model.mayMiss(i), startOf(json, input, i));
  }

  // ---- The answer ----

  function raw() {
    return controls.map(function (control) { return control.value(); });
  }

  function number(value) {
    return ExperimentCurve.significant(value, DIGITS);
  }

  function capital(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
  }

  function valueNodes(at, ready) {
    return model.outputs(at).map(function (value, t) {
      var interval = ready ? model.interval(at, t) : null;
      var nodes = [
        element("span", "exp-ask-name", model.targets[t].name + " "),
        element("span", "exp-ask-value", number(value))
      ];
      if (interval) {
        nodes.push(" ", element("span", "exp-interval exp-ask-interval",
          "95\u00a0% interval of one observation: " + number(interval.low) + " to " + number(interval.high)));
      }
      return element("p", "exp-ask-target", nodes);
    });
  }

  function classNodes(at) {
    var target = model.targets[0];
    var best = model.predict(at);
    return [element("p", "exp-ask-target", [
      element("span", "exp-ask-name", target.name + " "),
      element("span", "exp-ask-value", target.levels[best])
    ]), element("ul", "exp-ask-classes", model.outputs(at).map(function (probability, k) {
      var bar = element("span", "exp-ask-bar", "");
      bar.style.setProperty("--exp-part", probability);
      bar.style.setProperty("--exp-mark", "var(--exp-" + classInk(k) + ")");
      return element("li", "", [
        element("span", "exp-ask-class", target.levels[k]), bar,
        element("span", "exp-ask-probability", number(probability))
      ]);
    }))];
  }

  /** A few classes have a colour each. */
  function classInk(k) {
    return model.targets[0].levels.length <= INKS.length ? INKS[k] : "muted";
  }

  var TONES = {inside: "good", edge: "fair", outside: "bad"};
  var WORDS = {
    inside: "inside the training set",
    edge: "at the edge of the training set",
    outside: "outside of the training set"
  };
  var ADVICE = {inside: "", edge: " ", outside: " There the model only guesses: "};
  var TOGETHER = {
    hull: "beyond the convex hull of the training rows",
    mahalanobis: "farther from their mean than any training row, by Mahalanobis distance",
    neighbour: "far from the nearest training row",
    variance: "where the Gaussian process knows little"
  };

  /** Why a point is not inside: the inputs beyond their ranges, and what is worst. */
  function reasons(at, reading) {
    var found = [];
    controls.forEach(function (control, i) {
      var input = control.input;
      if (input.kind !== "category" && (at[i] < input.min || at[i] > input.max)) {
        found.push(control.label + " is beyond the trained range " + ExperimentCurve.brief(input.min, DIGITS) + " to "
          + ExperimentCurve.brief(input.max, DIGITS));
      }
    });
    if (reading.worst === "level") {
      found.push("no training row has " + controls.filter(function (control) {
        return control.input.kind === "category";
      }).map(function (control) { return "the " + control.label + " '" + control.text() + "'"; }).join(" or "));
    }
    if (reading.worst in TOGETHER) {
      found.push((found.length ? "" : "each input is within its range, but ") + "all together are "
        + TOGETHER[reading.worst]);
    }
    return found.join("; ");
  }

  function domainNode(at) {
    var reading = model.reading(at);
    var why = reading.position === "inside" ? "" : reasons(at, reading) + ".";
    var node = element("p", "exp-ask-domain", [
      element("span", "exp-badge exp-" + TONES[reading.position], WORDS[reading.position]),
      ADVICE[reading.position] + (reading.position === "edge" ? capital(why) : why),
      model.hasDomain ? "" : " Of this model only the ranges of the inputs are known, and no gaps between its rows."
    ]);
    node.dataset.position = reading.position;
    node.dataset.worst = reading.worst;
    return node;
  }

  function show(nodes) {
    answer.replaceChildren.apply(answer, nodes);
  }

  // ---- The curve ----

  /** From where to where the curve goes: as far as the slider, or as the point that was typed. */
  function ends(at, index) {
    return {low: Math.min(along.scale.low, at[index]), high: Math.max(along.scale.high, at[index])};
  }

  function* samplesAlong(at, index) {
    var scale = along.scale;
    var range = ends(at, index);
    var first = scale.place(range.low);
    var span = scale.place(range.high) - first;
    var samples = [];
    for (var i = 0; i <= SAMPLES; i++) {
      var x = Math.max(range.low, Math.min(range.high, scale.number(first + span * i / SAMPLES)));
      samples.push(sample(at.slice(0, index).concat(x, at.slice(index + 1)), x));
      yield;
    }
    return samples;
  }

  /** What the model says at a point; NaN where it says nothing, as for the logarithm of a number below 0. */
  function sample(at, x) {
    try {
      return {
        x: x,
        values: model.outputs(at),
        intervals: model.targets.map(function (target, t) { return model.interval(at, t); }),
        outside: model.reading(at).position === "outside"
      };
    } catch (refused) {
      return null;
    }
  }

  function drawCurves(samples, at, index) {
    var here = sample(at, at[index]);
    var range = ends(at, index);
    var classes = model.targets[0].levels;
    var figures = (classes ? [model.targets[0]] : model.targets).map(function (target, t) {
      function ofTarget(one) {
        var interval = one.intervals[t];
        return {
          x: one.x,
          values: classes ? one.values : [one.values[t]],
          low: interval ? interval.low : null,
          high: interval ? interval.high : null,
          outside: one.outside
        };
      }
      var description = capital(target.name) + " along the " + along.axis + ", the other inputs as they are set.";
      return element("figure", "exp-ask-figure", [
        ExperimentCurve.svg({
          id: "exp-ask-curve-" + t,
          log: along.scale.log,
          from: range.low,
          to: range.high,
          min: along.input.min,
          max: along.input.max,
          input: along.axis,
          output: classes ? "probability" : target.name,
          count: target.count,
          probabilities: Boolean(classes),
          samples: samples.map(ofTarget),
          here: ofTarget(here),
          inks: classes ? classes.map(function (ignored, k) { return classInk(k); }) : ["text"],
          description: description
        }),
        element("figcaption", "", description + " The dashed uprights bound the training rows"
          + (samples.some(function (one) { return one.outside; })
            ? "; where the curve is dotted, it lies outside of the training set." : "."))
      ]);
    });
    curves.replaceChildren.apply(curves, figures);
  }

  // ---- Changes, and work in slices ----

  /** Works again and again, between other work of the page, until that gives true or the point has changed. */
  function inSlices(work) {
    var mine = turn;
    setTimeout(function slice() {
      if (mine === turn && !work()) {
        setTimeout(slice, 0);
      }
    }, 0);
  }

  function change(index) {
    turn++;
    if (index >= 0 && controls[index].scale) {
      along = controls[index];
    }
    panel.setAttribute("aria-busy", "true");
    copied.textContent = "";
    tell();
  }

  function tell() {
    var at = raw();
    var wrong = controls.map(function (control) { return control.wrong(); }).filter(Boolean).join(" ");
    points.value = csv(controls.map(function (control) { return control.input.name; })) + "\n"
      + csv(controls.map(function (control) { return control.text(); })) + "\n";
    if (wrong) {
      refuse(wrong);
      return;
    }
    try {
      answerAt(at);
    } catch (refused) { // such as a number that has no logarithm
      refuse(refused.message + ".");
    }
  }

  function refuse(sentence) {
    show([element("p", "exp-ask-domain", sentence)]);
    curves.replaceChildren();
    panel.setAttribute("aria-busy", "false");
  }

  function answerAt(at) {
    var classes = model.targets[0].levels;
    if (!model.prepare(SLICE)) {
      wait(at);
      return;
    }
    show((classes ? classNodes(at) : valueNodes(at, true)).concat(domainNode(at)));
    var index = controls.indexOf(along);
    if (!along || Number.isNaN(at[index])) {
      curves.replaceChildren();
      panel.setAttribute("aria-busy", "false");
      return;
    }
    var steps = samplesAlong(at, index);
    inSlices(function () {
      var end = performance.now() + SLICE;
      for (var step = steps.next(); !step.done; step = steps.next()) {
        if (performance.now() > end) {
          return false;
        }
      }
      drawCurves(step.value.filter(Boolean), at, index);
      panel.setAttribute("aria-busy", "false");
      return true;
    });
  }

  /** Shows the mean, and what is done of the work that a large Gaussian process needs once before it tells intervals. */
  function wait(at) {
    var progress = element("progress", "", "");
    show(valueNodes(at, false).concat(element("p", "exp-ask-domain", ["The interval is being worked out. ", progress])));
    inSlices(function () {
      var ready = model.prepare(SLICE, function (part) { progress.value = part; });
      if (ready) {
        answerAt(at);
      }
      return ready;
    });
  }

  function csv(cells) {
    return cells.map(function (cell) {
      return /[",\r\n]/.test(cell) ? "\"" + cell.replace(/"/g, "\"\"") + "\"" : cell;
    }).join(",");
  }

  function copy() {
    points.select();
    var done = function () { copied.textContent = "Copied."; };
    var byHand = function () {
      copied.textContent = document.execCommand("copy") ? "Copied." : "Press Ctrl+C to copy the marked lines.";
    };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(points.value).then(done, byHand);
    } else {
      byHand();
    }
  }

  // ---- Loading ----

  function start(json) {
    try {
      model = ExperimentSurrogate.read(json);
      controls = model.inputs.map(function (input, i) { return controlOf(json, input, i); });
    } catch (unreadable) {
      say("This page cannot ask the model: " + unreadable.message
        + ". Make the page again with the version of the plugin that trained it: mvn verify site.");
      return;
    }
    along = controls.find(function (control) { return control.scale; });
    document.getElementById("exp-ask-without").hidden = true;
    panel.hidden = false;
    form.addEventListener("input", function (event) {
      var box = event.target.closest("[data-input]");
      change(controls.findIndex(function (control) { return box && control.input.name === box.dataset.input; }));
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    panel.querySelector("button").addEventListener("click", copy);
    change(-1);
  }

  function load() {
    var script = document.createElement("script");
    window.experimentModel = start;
    script.src = panel.dataset.model;
    script.onerror = function () {
      say("The file of the model, " + panel.dataset.model + ", is not beside this page, so that it cannot be asked here."
        + " Copy the folder with the page, or make the page again: mvn verify site.");
    };
    document.head.append(script);
  }

  // a model may be large, and many a reader never comes to it
  var observer = new IntersectionObserver(function (entries) {
    if (entries.some(function (entry) { return entry.isIntersecting; })) {
      observer.disconnect();
      load();
    }
  }, {rootMargin: "600px"});
  observer.observe(document.getElementById("exp-ask"));
})();
