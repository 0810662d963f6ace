/**
 * Makes tables sortable: each head cell becomes a button, which sorts the rows by its column, the second time the other way,
 * the third time as they were. Numbers sort as numbers, as report/Numbers writes them; cells without one come last.
 */
(function () {
  "use strict";

  var SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  var UNITS = {h: 3600, min: 60, s: 1, "µs": 1e-6, B: 1, kB: 1e3, MB: 1e6};
  var WAYS = ["none", "ascending", "descending"];
  var words = new Intl.Collator(document.documentElement.lang || "en", {numeric: true, sensitivity: "base"});

  /** What a cell is sorted by, as text: its large number, without the interval below it. */
  function text(cell) {
    var number = cell.querySelector(".exp-number");
    return (number || cell).textContent.trim().replace(/\u2212/g, "-").replace(/\u202f/g, "").replace(/\s+/g, " ");
  }

  /** The number that a text starts with, or NaN: "-0.02", "1.2 × 10⁻⁵", "< 0.001 s", "2 min 20 s", "94 %", "12 kB". */
  function number(of) {
    var match = /^(?:< )?(-?\d+(?:\.\d+)?)(?: × 10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?(?= |,|%|$)/.exec(of);
    if (!match) {
      return NaN;
    }
    if (/^(?:< )?[\d.]+ (?:h|min|s|µs|B|kB|MB)(?![a-z])/.test(of)) {
      return of.match(/[\d.]+ (?:h|min|s|µs|B|kB|MB)/g).reduce(function (sum, part) {
        return sum + Number(part.split(" ")[0]) * UNITS[part.split(" ")[1]];
      }, 0);
    }
    var exponent = (match[3] || "").replace(/./g, function (digit) {
      return String(SUPERSCRIPTS.indexOf(digit));
    });
    return Number(match[1] + "e" + (match[2] ? "-" : "") + (exponent || "0"));
  }

  function isNone(of) {
    return of === "" || of === "–";
  }

  /** Compares two texts of a column of numbers or of words; none comes last whatever the way. */
  function comparison(numbers, way) {
    var sign = way === "ascending" ? 1 : -1;
    return function (a, b) {
      if (isNone(a.by) || isNone(b.by)) {
        return isNone(a.by) - isNone(b.by);
      }
      return sign * (numbers ? number(a.by) - number(b.by) : words.compare(a.by, b.by));
    };
  }

  function sort(table, rows, column, way) {
    var keyed = rows.map(function (row) {
      return {row: row, by: text(row.cells[column])};
    });
    if (way !== "none") {
      var told = keyed.filter(function (key) {
        return !isNone(key.by);
      });
      keyed.sort(comparison(told.every(function (key) {
        return !isNaN(number(key.by));
      }), way));
    }
    keyed.forEach(function (key) {
      table.tBodies[0].appendChild(key.row);
    });
  }

  function start(table) {
    var heads = table.tHead ? Array.from(table.tHead.rows[0].cells) : [];
    var rows = Array.from(table.tBodies[0].rows);
    if (rows.length < 2) {
      return;
    }
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "exp-sort";
      button.append.apply(button, Array.from(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () {
        var way = WAYS[(WAYS.indexOf(head.getAttribute("aria-sort") || "none") + 1) % WAYS.length];
        heads.forEach(function (other) {
          other.removeAttribute("aria-sort");
        });
        if (way !== "none") {
          head.setAttribute("aria-sort", way);
        }
        sort(table, rows, column, way);
      });
    });
  }

  /* A table that is wider than the page says so: numbers cut in the middle read as others. */
  function tellWidth() {
    document.querySelectorAll(".exp-scroll").forEach(function (box) {
      box.classList.toggle("exp-scrolls", box.scrollWidth > box.clientWidth);
    });
  }

  document.querySelectorAll("table.exp-table").forEach(start);
  tellWidth();
  window.addEventListener("resize", tellWidth);
})();
