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

  // ---- The answer ----

  function raw() {
    return controls.map(function (control) { return control.value(); });
  }

  function number(value) {
    return ExperimentNumbers.significant(value, DIGITS);
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
        found.push(control.label + " is beyond the trained range " + ExperimentNumbers.brief(input.min, DIGITS) + " to "
          + ExperimentNumbers.brief(input.max, DIGITS));
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
    if (reading === null) {
      return "";
    }
    var why = reading.position === "inside" ? "" : reasons(at, reading) + ".";
    var node = element("p", "exp-ask-domain", [
      element("span", "exp-badge exp-" + TONES[reading.position], WORDS[reading.position]),
      ADVICE[reading.position] + (reading.position === "edge" ? capital(why) : why)
    ]);
    node.dataset.position = reading.position;
    node.dataset.worst = reading.worst;
    return node;
  }

  function show(nodes) {
    answer.replaceChildren.apply(answer, nodes);
  }

  // ---- The curve ----

  /** From where to where the curve goes, and by which scale: as far as the slider, or as the point that was typed. */
  function course(at, index) {
    var low = Math.min(along.scale.low, at[index]);
    var log = along.scale.log && low > 0;
    return {
      log: log,
      low: low,
      high: Math.max(along.scale.high, at[index]),
      place: log ? Math.log : Number,
      number: log ? Math.exp : Number
    };
  }

  function* samplesAlong(at, index) {
    var range = course(at, index);
    var first = range.place(range.low);
    var span = range.place(range.high) - first;
    var samples = [];
    for (var i = 0; i <= SAMPLES; i++) {
      var x = Math.max(range.low, Math.min(range.high, range.number(first + span * i / SAMPLES)));
      samples.push(sample(at.slice(0, index).concat(x, at.slice(index + 1)), x));
      yield;
    }
    return samples.filter(function (one) { return one && !one.values.some(Number.isNaN); });
  }

  /** What the model says at a point; null where it refuses to, as for the logarithm of a number below 0. */
  function sample(at, x) {
    try {
      return {
        x: x,
        values: model.outputs(at),
        intervals: model.targets.map(function (target, t) { return model.interval(at, t); }),
        outside: (model.reading(at) || {}).position === "outside"
      };
    } catch (refused) {
      return null;
    }
  }

  function drawCurves(samples, at, index) {
    var here = sample(at, at[index]);
    var range = course(at, index);
    var classes = model.targets[0].levels;
    var figures = (classes ? [model.targets[0]] : model.targets).map(function (target, t) {
      function ofTarget(one) {
        var interval = one.intervals[t];
        var known = interval !== null && !Number.isNaN(interval.low) && !Number.isNaN(interval.high);
        return {
          x: one.x,
          values: classes ? one.values : [one.values[t]],
          low: known ? interval.low : null,
          high: known ? interval.high : null,
          outside: one.outside
        };
      }
      var description = capital(target.name) + " along the " + along.axis + ", the other inputs as they are set.";
      return element("figure", "exp-ask-figure", [
        ExperimentCurve.svg({
          id: "exp-ask-curve-" + t,
          log: range.log,
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
      drawCurves(step.value, at, index);
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
      controls = ExperimentControls.of(form, json, model);
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
