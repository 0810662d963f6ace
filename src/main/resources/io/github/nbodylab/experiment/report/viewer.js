/* The player of a film: experimentFilm(data) puts it in place of the picture that stands still, if WebGL 2 starts. */
'use strict';

(function (viewer) {

  var SECONDS = 20; // that a film takes at speed 1
  var TOLD_EVERY = 100; // milliseconds between two changes of text while it plays
  var STEEPEST = 1.5; // radians
  var TURN = 0.12; // radians, of a key

  /** Called by film.js. */
  window.experimentFilm = function (data) {
    var root = document.getElementById('exp-viewer');
    try {
      var film = viewer.read(data);
      root.hidden = false; // a canvas has no size before it is shown
      new Player(root, film);
      document.documentElement.classList.add('exp-plays');
    } catch (e) {
      root.hidden = true;
      root.dataset.why = e.message;
    }
  };

  function inks(root) {
    var probe = root.appendChild(document.createElement('span'));
    function ink(name) {
      probe.style.color = root.dataset[name];
      return getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(function (c) { return c / 255; });
    }
    var all = {
      sky: ink('sky'), star: ink('star'), remnant: ink('remnant'), path: ink('path'),
      when: ['when1', 'when2', 'when3', 'when4', 'when5'].map(ink)
    };
    root.removeChild(probe);
    return all;
  }

  function number(value) {
    return String(Number(value.toPrecision(3))).replace('-', '\u2212');
  }

  function counted(count, one, many) {
    return count + '\u00a0' + (count === 1 ? one : many);
  }

  function Player(root, film) {
    var self = this;
    this.root = root;
    this.film = film;
    this.canvas = this.part('canvas');
    this.scene = viewer.scene(this.canvas, film, inks(root));
    this.time = 0;
    this.speed = 1;
    this.playing = false;
    this.trails = true;
    this.follow = -1;
    this.pending = 0;
    this.before = 0;
    this.toldAt = 0;
    this.tick = function (now) { self.onFrame(now); };
    this.fill();
    this.listen();
    this.steer();
    this.fit();
    this.tell();
    this.startWhenSeen();
  }

  Player.prototype.part = function (name) {
    return this.root.querySelector('[data-part="' + name + '"]');
  };

  /** What only the film knows: lists, ends and words. */
  Player.prototype.fill = function () {
    var film = this.film;
    var self = this;
    this.part('time').max = film.end;
    film.ids.forEach(function (id, i) {
      self.part('follow').add(new Option('no. ' + id, i));
    });
    film.mergers.forEach(function (m, k) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = 't = ' + m.time.toFixed(3) + ': ' + m.id1 + ' and ' + m.id2;
      button.addEventListener('click', function () { self.jump(k); });
      self.part('mergers').appendChild(document.createElement('li')).appendChild(button);
    });
    this.part('count').textContent = counted(film.mergers.length, 'merger', 'mergers');
    this.part('caption').textContent = caption(film);
  };

  function caption(film) {
    var left = film.bodies - film.mergers.length;
    var text = film.label + ': ' + counted(film.bodies, 'black hole', 'black holes') + ' at the start, '
      + left + ' left at t = ' + number(film.end) + ' after ' + counted(film.mergers.length, 'merger', 'mergers') + '. ';
    if (film.count < film.bodies) {
      text += film.count + ' of them are shown: those that merge'
        + (film.every > 1 ? ', and one in ' + film.every + ' of the others. ' : ' first. ');
    }
    if (film.heaviest > film.lightest) {
      text += 'The heaviest comes to ' + number(film.heaviest / film.lightest) + ' times the least mass. ';
    }
    return text + 'The simulation has ' + film.frames + ' pictures, ' + number(film.interval)
      + ' H\u00e9non time units apart; between them places are interpolated.';
  }

  Player.prototype.listen = function () {
    var self = this;
    this.part('play').addEventListener('click', function () { self.toggle(); });
    this.part('time').addEventListener('input', function (e) { self.stop(); self.seek(Number(e.target.value)); });
    this.part('speed').addEventListener('change', function (e) { self.speed = Number(e.target.value); });
    this.part('trails').addEventListener('change', function (e) { self.trails = e.target.checked; self.draw(); });
    this.part('follow').addEventListener('change', function (e) { self.followBody(Number(e.target.value)); });
    this.part('reset').addEventListener('click', function () { self.reset(); });
    this.canvas.addEventListener('webglcontextlost', function () {
      self.stop();
      self.root.hidden = true;
      document.documentElement.classList.remove('exp-plays');
    });
    new ResizeObserver(function () { self.fit(); }).observe(this.canvas);
  };

  /** Mouse, fingers and keys on the canvas. */
  Player.prototype.steer = function () {
    var self = this;
    var canvas = this.canvas;
    var fingers = new Map();
    var moved = 0;
    canvas.addEventListener('pointerdown', function (e) {
      canvas.setPointerCapture(e.pointerId);
      fingers.set(e.pointerId, [e.clientX, e.clientY]);
      moved = fingers.size > 1 ? Infinity : 0;
    });
    canvas.addEventListener('pointermove', function (e) {
      var old = fingers.get(e.pointerId);
      if (!old) {
        return;
      }
      var apart = spread(fingers);
      var dx = e.clientX - old[0];
      var dy = e.clientY - old[1];
      old[0] = e.clientX;
      old[1] = e.clientY;
      moved += Math.abs(dx) + Math.abs(dy);
      if (fingers.size === 1) {
        self.turn(-dx * 3 / canvas.clientWidth, dy * 3 / canvas.clientHeight);
      } else if (apart > 0) {
        self.zoom(apart / Math.max(1, spread(fingers)));
      }
    });
    canvas.addEventListener('pointerup', function (e) {
      fingers.delete(e.pointerId);
      if (moved < 6) {
        var box = canvas.getBoundingClientRect();
        self.followBody(self.scene.pick(self.frame(), e.clientX - box.left, e.clientY - box.top, 24));
      }
    });
    canvas.addEventListener('pointercancel', function (e) { fingers.delete(e.pointerId); });
    canvas.addEventListener('wheel', function (e) {
      if (document.activeElement === canvas) { // else the page scrolls
        e.preventDefault();
        self.zoom(Math.exp(e.deltaY * (e.deltaMode === 1 ? 0.03 : 0.001)));
      }
    }, {passive: false});
    canvas.addEventListener('keydown', function (e) {
      if (!e.ctrlKey && !e.altKey && !e.metaKey && self.key(e.key)) {
        e.preventDefault();
      }
    });
  };

  function spread(fingers) {
    var two = Array.from(fingers.values());
    return two.length < 2 ? 0 : Math.hypot(two[0][0] - two[1][0], two[0][1] - two[1][1]);
  }

  /** Does what a key means; false if it means nothing. */
  Player.prototype.key = function (key) {
    switch (key) {
      case ' ': this.toggle(); return true;
      case 'ArrowLeft': this.turn(-TURN, 0); return true;
      case 'ArrowRight': this.turn(TURN, 0); return true;
      case 'ArrowUp': this.turn(0, TURN); return true;
      case 'ArrowDown': this.turn(0, -TURN); return true;
      case '+': case '=': this.zoom(0.85); return true;
      case '-': this.zoom(1 / 0.85); return true;
      case ',': this.step(-1); return true;
      case '.': this.step(1); return true;
      case 'Home': this.stop(); this.seek(0); return true;
      case 'End': this.stop(); this.seek(this.film.end); return true;
      case 'PageUp': this.jumpBy(-1); return true;
      case 'PageDown': this.jumpBy(1); return true;
      case 't': this.part('trails').click(); return true;
      case 'Escape': this.followBody(-1); return true;
      case '0': this.reset(); return true;
      default: return false;
    }
  };

  Player.prototype.frame = function () {
    return this.time / this.film.interval;
  };

  Player.prototype.turn = function (yaw, pitch) {
    var camera = this.scene.camera;
    camera.yaw += yaw;
    camera.pitch = Math.max(-STEEPEST, Math.min(STEEPEST, camera.pitch + pitch));
    this.draw();
  };

  Player.prototype.zoom = function (factor) {
    var camera = this.scene.camera;
    camera.distance = Math.max(this.scene.home / 100, Math.min(this.scene.home * 20, camera.distance * factor));
    this.measure();
    this.draw();
  };

  Player.prototype.step = function (frames) {
    this.stop();
    this.seek((Math.round(this.frame()) + frames) * this.film.interval);
  };

  Player.prototype.seek = function (time) {
    this.time = Math.max(0, Math.min(this.film.end, time));
    this.tell();
    this.draw();
  };

  Player.prototype.toggle = function () {
    if (this.playing) {
      this.stop();
    } else {
      this.play();
    }
  };

  Player.prototype.play = function () {
    if (this.time >= this.film.end) {
      this.time = 0;
    }
    this.playing = true;
    this.before = 0;
    this.part('play').textContent = 'Pause';
    this.draw();
  };

  Player.prototype.stop = function () {
    this.playing = false;
    this.part('play').textContent = this.time >= this.film.end ? 'Play again' : 'Play';
  };

  /** To the moment of a merger, and after what it left. */
  Player.prototype.jump = function (k) {
    var merger = this.film.mergers[k];
    var kept = this.film.index.get(merger.id1);
    this.stop();
    this.time = merger.time;
    this.followBody(kept === undefined ? -1 : kept);
    this.tell();
  };

  Player.prototype.jumpBy = function (direction) {
    var k = this.lastMerger() + direction;
    if (k >= 0 && k < this.film.mergers.length) {
      this.jump(k);
    }
  };

  /** The number of the last merger that has happened; -1 before the first. */
  Player.prototype.lastMerger = function () {
    var k = -1;
    while (k + 1 < this.film.mergers.length && this.film.mergers[k + 1].time <= this.time) {
      k++;
    }
    return k;
  };

  /** Follows a body, or with -1 none. */
  Player.prototype.followBody = function (i) {
    this.follow = i < 0 ? -1 : viewer.survivor(this.film, i, this.time);
    this.tell();
    this.draw();
  };

  Player.prototype.reset = function () {
    var camera = this.scene.camera;
    this.stop();
    camera.yaw = 0;
    camera.pitch = 0;
    camera.distance = this.scene.home;
    camera.target.fill(0);
    this.part('speed').value = '1';
    this.speed = 1;
    this.part('trails').checked = true;
    this.trails = true;
    this.follow = -1;
    this.measure();
    this.seek(0);
    this.stop();
  };

  /** Asks for a picture; several times before the next one are one. */
  Player.prototype.draw = function () {
    if (this.pending === 0) {
      this.pending = requestAnimationFrame(this.tick);
    }
  };

  /** Between here and the scene nothing is allocated, but for text ten times a second. */
  Player.prototype.onFrame = function (now) {
    this.pending = 0;
    if (this.playing) {
      var passed = this.before === 0 ? 0 : Math.min(100, now - this.before);
      this.before = now;
      this.time = Math.min(this.film.end, this.time + passed / 1000 * this.speed * this.film.end / SECONDS);
    }
    if (this.follow >= 0) {
      this.follow = viewer.survivor(this.film, this.follow, this.time);
    }
    if (this.follow >= 0) {
      viewer.placeOf(this.film, this.follow, this.frame(), this.scene.camera.target);
    } else {
      this.scene.camera.target.fill(0);
    }
    this.scene.draw(this.frame(), this.follow, this.trails);
    if (this.playing) {
      if (this.time >= this.film.end) {
        this.stop();
        this.tell();
      } else {
        if (now - this.toldAt > TOLD_EVERY) {
          this.toldAt = now;
          this.tell();
        }
        this.draw();
      }
    }
  };

  function set(element, text) {
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }

  /** Brings words and controls up to the moment. */
  Player.prototype.tell = function () {
    var now = 't = ' + this.time.toFixed(3);
    this.part('time').value = this.time;
    this.part('time').setAttribute('aria-valuetext', now + ' H\u00e9non time units');
    set(this.part('now'), now);
    this.part('follow').value = this.follow;
    set(this.part('told'), this.follow < 0 ? 'Click a black hole to follow it.' : this.story());
    this.mark(this.lastMerger());
  };

  Player.prototype.story = function () {
    var life = viewer.lifeOf(this.film, this.follow, this.time);
    return 'Follows no. ' + this.film.ids[this.follow] + ': mass ' + number(life.mass) + ' of the whole at the start'
      + (this.film.heaviest > this.film.lightest ? ', ' + number(life.mass / this.film.lightest) + ' times the least' : '')
      + (life.mergers > 0 ? '; has swallowed ' + counted(life.mergers, 'other', 'others') : '') + '.';
  };

  /** Marks the last merger in the list, and shows it there. */
  Player.prototype.mark = function (k) {
    if (k === this.marked) {
      return;
    }
    var list = this.part('mergers');
    var old = list.querySelector('[aria-current]');
    if (old) {
      old.removeAttribute('aria-current');
    }
    this.marked = k;
    if (k >= 0) {
      var item = list.children[k];
      item.firstChild.setAttribute('aria-current', 'true');
      list.scrollTop = item.offsetTop - list.clientHeight / 2;
    }
  };

  /** As many pixels as the screen has where the canvas is. */
  Player.prototype.fit = function () {
    var ratio = Math.min(2, window.devicePixelRatio || 1);
    this.canvas.width = Math.max(1, Math.round(ratio * this.canvas.clientWidth));
    this.canvas.height = Math.max(1, Math.round(ratio * this.canvas.clientHeight));
    this.measure();
    this.draw();
  };

  /** A bar of a round length, about a fifth of the picture. */
  Player.prototype.measure = function () {
    var pixel = this.scene.pixel();
    var longest = pixel * this.canvas.clientWidth / 4;
    var ten = Math.pow(10, Math.floor(Math.log10(longest)));
    var length = longest >= 5 * ten ? 5 * ten : longest >= 2 * ten ? 2 * ten : ten;
    this.part('bar').style.width = length / pixel + 'px';
    set(this.part('length'), number(length) + ' H\u00e9non length');
  };

  /** Who has not asked for less motion sees it start by itself when it comes into view. */
  Player.prototype.startWhenSeen = function () {
    var self = this;
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      return;
    }
    var seen = new IntersectionObserver(function (entries) {
      if (entries.some(function (entry) { return entry.isIntersecting; })) {
        seen.disconnect();
        if (self.time === 0 && self.follow < 0) {
          self.play();
        }
      }
    }, {threshold: 0.6});
    seen.observe(this.canvas);
  };
})(experimentViewer);
