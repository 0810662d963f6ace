/* The film of a simulation, from what film.js hands over to arrays that can be drawn and asked. Needs no browser. */
'use strict';

var experimentViewer = {};

(function (viewer) {

  var SCHEMA = 1;
  var LARGEST = 32767; // of the numbers that places are kept in: c became LARGEST c / (|c| + scale)

  /** The film in arrays; throws if it is of a newer format or has nothing that moves. */
  viewer.read = function (data) {
    if (data.schema !== SCHEMA) {
      throw new Error('a film of format ' + data.schema + ', where this player knows ' + SCHEMA);
    }
    if (data.times.length < 2 || data.ids.length === 0) {
      throw new Error('a film of nothing that moves');
    }
    var film = {
      label: data.label,
      run: data.run,
      bodies: data.bodies,
      every: data.every,
      count: data.ids.length,
      frames: data.times.length,
      interval: data.times[1] - data.times[0],
      end: data.times[data.times.length - 1],
      scale: data.scale,
      ids: data.ids,
      masses: data.masses,
      mergers: data.mergers.map(merger)
    };
    film.index = new Map(data.ids.map(function (id, i) { return [id, i]; }));
    tellFates(film);
    film.places = places(film, data);
    film.facts = facts(film);
    return film;
  };

  function merger(m) {
    return {time: m[0], place: m.slice(1, 4), id1: m[4], id2: m[5], mass1: m[6], mass2: m[7], mass: m[8]};
  }

  /** When each body is gone and into whom, and when it first merged; never is infinity. */
  function tellFates(film) {
    film.death = new Float64Array(film.count).fill(Infinity);
    film.merged = new Float64Array(film.count).fill(Infinity);
    film.heir = new Int32Array(film.count).fill(-1);
    film.lightest = Infinity;
    film.heaviest = 0;
    film.masses.forEach(function (mass) { weigh(film, mass); });
    film.mergers.forEach(function (m) {
      var kept = film.index.get(m.id1);
      var gone = film.index.get(m.id2);
      if (gone !== undefined) {
        film.death[gone] = m.time;
        film.heir[gone] = kept === undefined ? -1 : kept;
      }
      if (kept !== undefined) {
        film.merged[kept] = Math.min(film.merged[kept], m.time);
        weigh(film, m.mass);
      }
    });
  }

  function weigh(film, mass) {
    film.lightest = mass > 0 ? Math.min(film.lightest, mass) : film.lightest;
    film.heaviest = Math.max(film.heaviest, mass);
  }

  /** Of each frame and body x, y, z and the square root of the mass; who is gone is where the remnant is. */
  function places(film, data) {
    var bytes = atob(data.places);
    var all = new Int16Array(4 * film.frames * film.count);
    var mass = Float64Array.from(film.masses);
    var next = 0;
    var from = 0;
    for (var f = 0; f < film.frames; f++) {
      for (; next < film.mergers.length && film.mergers[next].time <= data.times[f]; next++) {
        var kept = film.index.get(film.mergers[next].id1);
        if (kept !== undefined) {
          mass[kept] = film.mergers[next].mass;
        }
      }
      for (var i = 0; i < film.count; i++) {
        var into = 4 * (f * film.count + i);
        if (f < data.frames[i]) {
          for (var c = 0; c < 3; c++, from += 2) {
            all[into + c] = bytes.charCodeAt(from) | bytes.charCodeAt(from + 1) << 8;
          }
        }
        all[into + 3] = Math.round(LARGEST * Math.sqrt(mass[i] / film.heaviest));
      }
      bury(film, data, all, f);
    }
    return all;
  }

  function bury(film, data, all, f) {
    for (var i = 0; i < film.count; i++) {
      if (f >= data.frames[i]) {
        var heir = i;
        while (heir >= 0 && f >= data.frames[heir]) {
          heir = film.heir[heir];
        }
        var from = heir >= 0 ? 4 * (f * film.count + heir) : 4 * (Math.max(0, f - 1) * film.count + i);
        var into = 4 * (f * film.count + i);
        all[into] = all[from];
        all[into + 1] = all[from + 1];
        all[into + 2] = all[from + 2];
      }
    }
  }

  /** Of each body the frame (with fractions) in which it is gone and in which it first merged, as shaders read it. */
  function facts(film) {
    var never = 2 * film.frames;
    var all = new Float32Array(4 * film.count);
    for (var i = 0; i < film.count; i++) {
      all[4 * i] = Math.min(never, film.death[i] / film.interval);
      all[4 * i + 1] = Math.min(never, film.merged[i] / film.interval);
    }
    return all;
  }

  function coordinate(film, f, i, c) {
    var frame = Math.max(0, Math.min(film.frames - 1, f));
    var part = film.places[4 * (frame * film.count + i) + c] / LARGEST;
    return film.scale * part / (1 - Math.abs(part));
  }

  /** Where a body is at a frame (with fractions), into an array of three: on a Catmull-Rom spline, as shaders have it. */
  viewer.placeOf = function (film, i, frame, into) {
    var f = Math.max(0, Math.min(film.frames - 2, Math.floor(frame)));
    var s = frame - f;
    for (var c = 0; c < 3; c++) {
      var a = coordinate(film, f - 1, i, c);
      var b = coordinate(film, f, i, c);
      var d = coordinate(film, f + 1, i, c);
      var e = coordinate(film, f + 2, i, c);
      into[c] = b + 0.5 * s * (d - a + s * (2 * a - 5 * b + 4 * d - e + s * (3 * (b - d) + e - a)));
    }
    return into;
  };

  /** The one in whom a body is at a time; itself as long as it is there. */
  viewer.survivor = function (film, i, time) {
    while (i >= 0 && film.death[i] <= time) {
      i = film.heir[i];
    }
    return i;
  };

  /** The mass of a body at a time, and in how many mergers it has been. */
  viewer.lifeOf = function (film, i, time) {
    var life = {mass: film.masses[i], mergers: 0};
    film.mergers.forEach(function (m) {
      if (m.id1 === film.ids[i] && m.time <= time) {
        life.mass = m.mass;
        life.mergers++;
      }
    });
    return life;
  };

  /** A distance from the origin within which this part of the bodies is in the last frame. */
  viewer.reach = function (film, part) {
    var distances = [];
    var place = [0, 0, 0];
    for (var i = 0; i < film.count; i++) {
      if (film.death[i] === Infinity) {
        viewer.placeOf(film, i, film.frames - 1, place);
        distances.push(Math.hypot(place[0], place[1], place[2]));
      }
    }
    distances.sort(function (a, b) { return a - b; });
    return distances[Math.min(distances.length - 1, Math.floor(part * distances.length))] || film.scale;
  };
})(experimentViewer);
