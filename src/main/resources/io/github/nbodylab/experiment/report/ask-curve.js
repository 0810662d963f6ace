/**
 * The small plot of the panel that asks a surrogate: predictions along one input, with their band. It looks like the plots
 * that the build draws: colours are the custom properties of the page (Ink), and scales and ticks are those of Scale.
 */
var ExperimentCurve = (function () {
  "use strict";

  var WIDTH = 480;
  var HEIGHT = 270;
  var LEFT = 62;
  var RIGHT = 466;
  var TOP = 12;
  var BOTTOM = 216;

  // ---- Scales: report/Scale ----

  var LINEAR = {
    place: function (number) { return number; },
    number: function (place) { return place; }
  };
  var LOG = {
    place: Math.log10,
    number: function (place) { return Math.pow(10, place); }
  };
  var ROOT = {
    place: function (number) { return Math.sign(number) * Math.sqrt(Math.abs(number)); },
    number: function (place) { return place * Math.abs(place); }
  };

  function ticks(scale, low, high, most) {
    var found = [];
    if (scale === LINEAR) {
      var step = roundStep((high - low) / (most - 1));
      for (var i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
        found.push(i * step);
      }
      return found;
    }
    if (low <= 0 && scale === ROOT) {
      found.push(0);
    }
    for (var exponent = -6; exponent <= 9; exponent++) {
      [1, 2, 5].forEach(function (digit) {
        var tick = digit * Math.pow(10, exponent);
        if (tick >= low && tick <= high && (scale === LOG || tick >= 1 || high < 10)) {
          found.push(tick);
        }
      });
    }
    var gap = 0.8 * (scale.place(high) - scale.place(low)) / most;
    return found.reduce(function (kept, tick) {
      var last = kept[kept.length - 1];
      return kept.length === 0 || scale.place(tick) - scale.place(last) >= gap ? kept.concat(tick) : kept;
    }, []);
  }

  function roundStep(atLeast) {
    var power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    return [1, 2, 5, 10].map(function (digit) { return digit * power; })
      .find(function (step) { return step >= atLeast * (1 - 1e-9); });
  }

  // ---- The picture ----

  function element(name, attributes, children) {
    var node = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.keys(attributes).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { node.append(child); });
    return node;
  }

  function ink(name) {
    return "var(--exp-" + name + ")";
  }

  function pixel(number) {
    return String(Math.round(100 * number) / 100);
  }

  function axis(scale, from, to, start, end) {
    var first = scale.place(from);
    var span = scale.place(to) - first;
    return function (number) {
      return start + (scale.place(number) - first) / span * (end - start);
    };
  }

  function path(points) {
    return points.map(function (point, i) {
      return (i === 0 ? "M" : "L") + pixel(point[0]) + " " + pixel(point[1]);
    }).join("");
  }

  /** A line of several strokes: dashed where a sample lies outside of the training set. */
  function strokes(samples, at, colour) {
    var lines = [];
    var i = 0;
    while (i < samples.length - 1) {
      var outside = samples[i].outside || samples[i + 1].outside;
      var run = [at(samples[i])];
      while (i < samples.length - 1 && (samples[i].outside || samples[i + 1].outside) === outside) {
        run.push(at(samples[++i]));
      }
      lines.push(element("path", {
        d: path(run), fill: "none", stroke: colour, "stroke-width": 1.8, "stroke-linejoin": "round",
        "stroke-dasharray": outside ? "3 4" : "none"
      }));
    }
    return lines;
  }

  function gridLine(x1, y1, x2, y2) {
    return element("line", {x1: pixel(x1), y1: pixel(y1), x2: pixel(x2), y2: pixel(y2), stroke: ink("grid")});
  }

  function label(text, x, y, anchor, size, colour) {
    return element("text", {
      x: pixel(x), y: pixel(y), "text-anchor": anchor, "font-size": size, fill: ink(colour)
    }, [text]);
  }

  /** The scale of the values, and from where to where it goes: what is far outside may leave the picture. */
  function vertical(plot) {
    if (plot.probabilities) {
      return {scale: LINEAR, from: 0, to: 1};
    }
    var seen = plot.samples.filter(function (sample) { return !sample.outside; });
    var numbers = (seen.length > 1 ? seen : plot.samples).concat(plot.here).reduce(function (all, sample) {
      return all.concat(sample.values, sample.low === null ? [] : [sample.low, sample.high]);
    }, []).filter(Number.isFinite);
    if (numbers.length === 0) {
      return {scale: LINEAR, from: 0, to: 1};
    }
    var scale = plot.count ? ROOT : LINEAR;
    var least = scale.place(Math.min.apply(null, numbers));
    var most = scale.place(Math.max.apply(null, numbers));
    var room = (most - least || Math.abs(most) || 1) * 0.06;
    return {
      scale: scale,
      from: plot.count && least >= 0 ? 0 : scale.number(least - room),
      to: scale.number(most + room)
    };
  }

  /**
   * The plot as an SVG element.
   *
   * @param plot id; log: whether the input's axis is logarithmic; from, to: its ends; min, max: the trained range; input and
   *     output: labels of the axes; count, probabilities: what the values are; samples and here: {x, values, low, high,
   *     outside}, none of them NaN but the values of here; inks: the colour of each of the values; description: what it shows, for those who do not see it
   */
  function svg(plot) {
    var up = vertical(plot);
    var across = plot.log ? LOG : LINEAR;
    var x = axis(across, plot.from, plot.to, LEFT, RIGHT);
    var place = axis(up.scale, up.from, up.to, BOTTOM, TOP);
    function y(number) { // far beyond the picture is as good as very far
      return Math.max(-1000, Math.min(1000, place(number)));
    }
    var grid = [];
    ticks(across, plot.from, plot.to, 7).forEach(function (tick) {
      grid.push(gridLine(x(tick), TOP, x(tick), BOTTOM));
      grid.push(label(ExperimentNumbers.brief(tick, 3), x(tick), BOTTOM + 18, "middle", 13, "muted"));
    });
    ticks(up.scale, up.from, up.to, 6).forEach(function (tick) {
      grid.push(gridLine(LEFT, y(tick), RIGHT, y(tick)));
      grid.push(label(ExperimentNumbers.brief(tick, 3), LEFT - 7, y(tick) + 4.5, "end", 13, "muted"));
    });
    var drawn = [];
    var banded = plot.samples.filter(function (sample) { return sample.low !== null; });
    if (banded.length > 1) {
      drawn.push(element("path", {
        d: path(banded.map(function (sample) { return [x(sample.x), y(sample.high)]; }).concat(
          banded.slice().reverse().map(function (sample) { return [x(sample.x), y(sample.low)]; }))) + "Z",
        fill: ink("band"), "fill-opacity": 0.16
      }));
    }
    [plot.min, plot.max].forEach(function (bound) {
      drawn.push(element("line", {
        x1: pixel(x(bound)), y1: TOP, x2: pixel(x(bound)), y2: BOTTOM, stroke: ink("muted"), "stroke-width": 1.2,
        "stroke-dasharray": "5 4"
      }));
    });
    plot.inks.forEach(function (colour, k) {
      drawn.push.apply(drawn, strokes(plot.samples, function (sample) {
        return [x(sample.x), y(sample.values[k])];
      }, ink(colour)));
    });
    plot.inks.forEach(function (colour, k) {
      if (Number.isFinite(plot.here.values[k])) {
        drawn.push(element("circle", {
          class: "exp-ask-here", cx: pixel(x(plot.here.x)), cy: pixel(y(plot.here.values[k])), r: 4.5,
          fill: ink(plot.inks.length > 1 ? colour : "main")
        }));
      }
    });
    var clip = plot.id + "-clip";
    return element("svg", {
      class: "exp-svg", role: "img", viewBox: "0 0 " + WIDTH + " " + HEIGHT, "aria-label": plot.description
    }, [
      element("clipPath", {id: clip}, [
        element("rect", {x: LEFT - 6, y: TOP - 6, width: RIGHT - LEFT + 12, height: BOTTOM - TOP + 12})
      ]),
      element("g", {}, grid),
      element("g", {"clip-path": "url(#" + clip + ")"}, drawn),
      label(plot.input, (LEFT + RIGHT) / 2, HEIGHT - 14, "middle", 14, "text"),
      element("text", {
        x: 0, y: 0, "text-anchor": "middle", "font-size": 14, fill: ink("text"),
        transform: "translate(16 " + (TOP + BOTTOM) / 2 + ") rotate(-90)"
      }, [plot.output])
    ]);
  }

  return {svg: svg};
})();
