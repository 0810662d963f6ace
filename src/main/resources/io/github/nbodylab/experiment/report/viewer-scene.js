/* Draws a film with WebGL 2 and the matrices of gl-matrix: all bodies in one call, all trails in one, all marks of mergers in
   one. Places are a texture, so that between two frames nothing is sent to the graphics card but a few numbers, and nothing
   is allocated. */
'use strict';

(function (viewer) {

  var FIELD = 40 * Math.PI / 180; // of view, from top to bottom
  var TRAIL = 24; // frames
  var FINE = 4; // pieces of the followed body's trail to a frame

  var COMMON = `#version 300 es
    precision highp float;
    precision highp int;
    uniform highp isampler2D places;
    uniform highp sampler2D facts;
    uniform mat4 view;
    uniform float scale;
    uniform float frame;
    uniform int last;
    vec4 kept(int f, int i) {
      vec4 part = vec4(texelFetch(places, ivec2(i, clamp(f, 0, last)), 0)) / 32767.;
      return vec4(scale * part.xyz / (1. - abs(part.xyz)), part.w);
    }
    vec4 at(float g, int i) {
      int f = clamp(int(g), 0, last - 1);
      float s = g - float(f);
      vec4 a = kept(f - 1, i), b = kept(f, i), d = kept(f + 1, i), e = kept(f + 2, i);
      vec3 p = b.xyz + .5 * s * (d - a + s * (2. * a - 5. * b + 4. * d - e + s * (3. * (b - d) + e - a))).xyz;
      return vec4(p, mix(b.w, d.w, s));
    }
    float nearness(float w, float reach) { return clamp(reach / w, .45, 2.2); }
    `;

  var BODIES = COMMON + `
    uniform float reach;
    uniform float whole;
    uniform int follow;
    uniform vec3 star;
    uniform vec3 remnant;
    out vec4 ink;
    out float halo;
    flat out int followed;
    void main() {
      int i = gl_VertexID;
      vec4 fact = texelFetch(facts, ivec2(i, 0), 0);
      vec4 body = at(frame, i);
      gl_Position = view * vec4(body.xyz, 1.);
      followed = int(i == follow);
      float near = nearness(gl_Position.w, reach);
      float radius = clamp(whole * body.w * near, 1., 40.);
      halo = followed == 1 ? max(3., 16. / radius) : 3.;
      gl_PointSize = 2. * radius * halo;
      ink = vec4(fact.y <= frame ? remnant : star, clamp(.35 + .6 * near, 0., 1.));
      if (fact.x <= frame || gl_Position.w <= 0.) {
        gl_Position = vec4(2., 2., 2., 1.);
      }
    }`;

  var BODIES_INK = `#version 300 es
    precision highp float;
    in vec4 ink;
    in float halo;
    flat in int followed;
    out vec4 color;
    void main() {
      float r = halo * length(2. * gl_PointCoord - 1.); // 1 at the rim of the body
      float alpha = max(1. - smoothstep(.75, 1.1, r), .16 * (1. - smoothstep(1., 3., r)));
      if (followed == 1) {
        alpha = max(alpha, 1. - smoothstep(.03, .09, abs(r / halo - .86)));
      }
      color = vec4(ink.rgb, 1.) * alpha * ink.a;
    }`;

  var TRAILS = COMMON + `
    uniform int pieces;
    uniform float reach;
    uniform vec3 star;
    uniform vec3 remnant;
    uniform float strength;
    out vec4 ink;
    void main() {
      int piece = gl_VertexID >> 1;
      int i = piece / pieces;
      int node = piece % pieces + (gl_VertexID & 1);
      vec4 fact = texelFetch(facts, ivec2(i, 0), 0);
      float g = node == pieces ? frame : float(int(frame) - pieces + 1 + node);
      g = clamp(g, 0., min(frame, fact.x));
      gl_Position = view * vec4(at(g, i).xyz, 1.);
      float age = clamp(1. - (frame - g) / float(pieces), 0., 1.);
      float alpha = strength * age * clamp(nearness(gl_Position.w, reach), .5, 1.);
      ink = vec4(fact.y <= g ? remnant : star, 1.) * alpha;
    }`;

  var PATH = COMMON + `
    uniform int body;
    uniform vec2 pixel;
    uniform vec3 path;
    out vec4 ink;
    void main() {
      float g = min(float(gl_VertexID >> 1) / float(${FINE}), frame);
      vec4 here = view * vec4(at(g, body).xyz, 1.);
      vec4 there = view * vec4(at(g + .1, body).xyz, 1.);
      vec2 along = (there.xy / there.w - here.xy / here.w) / pixel;
      vec2 across = length(along) > 0. ? normalize(vec2(-along.y, along.x)) : vec2(0., 1.);
      gl_Position = here + vec4(((gl_VertexID & 1) == 0 ? 1.3 : -1.3) * across * pixel * here.w, 0., 0.);
      ink = vec4(path, 1.) * .85;
    }`;

  var INK = `#version 300 es
    precision highp float;
    in vec4 ink;
    out vec4 color;
    void main() { color = ink; }`;

  var MARKS = `#version 300 es
    precision highp float;
    in vec4 merger; // place, and the frame (with fractions) of the moment
    uniform mat4 view;
    uniform float frame;
    uniform int last;
    uniform float flash;
    uniform float size;
    uniform vec3 when[5];
    out vec3 ink;
    out float fresh;
    void main() {
      float age = frame - merger.w;
      fresh = age < 0. ? 0. : clamp(1. - age / flash, 0., 1.);
      ink = when[clamp(int(5. * merger.w / float(last)), 0, 4)];
      gl_Position = age < 0. ? vec4(2., 2., 2., 1.) : view * vec4(merger.xyz, 1.);
      gl_PointSize = size * mix(1., 4.5, fresh);
    }`;

  var MARKS_INK = `#version 300 es
    precision highp float;
    in vec3 ink;
    in float fresh;
    out vec4 color;
    void main() {
      float r = length(2. * gl_PointCoord - 1.);
      float ring = 1. - smoothstep(.08, .2, abs(r - .78));
      float glow = fresh * (1. - smoothstep(0., 1., r));
      color = vec4(mix(ink, vec3(1.), glow), 1.) * max(.8 * ring, glow);
    }`;

  /**
   * A scene on a canvas; throws if there is no WebGL 2 here.
   *
   * @param inks sky, star, remnant and path as [r, g, b] from 0 to 1, and when, five of them
   */
  viewer.scene = function (canvas, film, inks) {
    var gl = canvas.getContext('webgl2', {antialias: true, alpha: false, powerPreference: 'low-power'});
    if (!gl) {
      throw new Error('no WebGL 2');
    }
    var mat4 = window.glMatrix.mat4;
    var bodies = program(gl, BODIES, BODIES_INK);
    var trails = program(gl, TRAILS, INK);
    var path = program(gl, PATH, INK);
    var marks = program(gl, MARKS, MARKS_INK);
    texture(gl, 0, film.count, film.frames, film.places);
    texture(gl, 1, film.count, 1, film.facts);
    var nothing = gl.createVertexArray();
    var moments = vertices(gl, gl.getAttribLocation(marks.program, 'merger'), momentsOf(film));
    var reach = viewer.reach(film, 0.9);
    var home = 1.06 * Math.max(0.2, reach) / Math.tan(FIELD / 2);
    var small = film.count > 100 ? 1.9 : film.count > 40 ? 2.4 : 3; // as in the picture that stands still
    var camera = {yaw: 0, pitch: 0, distance: home, target: new Float64Array(3)};
    var eye = new Float32Array(3);
    var up = new Float32Array(3);
    var look = mat4.create();
    var lens = mat4.create();
    var view = mat4.create();
    var when = new Float32Array([].concat.apply([], inks.when));
    var flash = Math.max(2, 0.03 * film.frames);

    // what is the same in every picture
    [bodies, trails, path, marks].forEach(function (one) {
      gl.useProgram(one.program);
      gl.uniform1i(one.places, 0);
      gl.uniform1i(one.facts, 1);
      gl.uniform1i(one.last, film.frames - 1);
      gl.uniform1f(one.scale, film.scale);
      gl.uniform3fv(one.star, inks.star);
      gl.uniform3fv(one.remnant, inks.remnant);
      gl.uniform3fv(one.path, inks.path);
      gl.uniform3fv(one.when, when);
      gl.uniform1f(one.flash, flash);
      gl.uniform1i(one.pieces, TRAIL);
    });

    function aim() {
      var cosine = Math.cos(camera.pitch);
      var d = camera.distance;
      eye[0] = camera.target[0] + d * Math.sin(camera.yaw) * cosine;
      eye[1] = camera.target[1] + d * Math.sin(camera.pitch);
      eye[2] = camera.target[2] + d * Math.cos(camera.yaw) * cosine;
      up[0] = -Math.sin(camera.yaw) * Math.sin(camera.pitch);
      up[1] = cosine;
      up[2] = -Math.cos(camera.yaw) * Math.sin(camera.pitch);
      mat4.lookAt(look, eye, camera.target, up);
      mat4.perspective(lens, FIELD, canvas.width / canvas.height, d / 200, d * 200);
      mat4.multiply(view, lens, look);
    }

    function use(one, frame) {
      gl.useProgram(one.program);
      gl.uniformMatrix4fv(one.view, false, view);
      gl.uniform1f(one.frame, frame);
      gl.uniform1f(one.reach, camera.distance);
    }

    /** Draws a frame (with fractions), with a body that is followed or -1. */
    function draw(frame, follow, withTrails) {
      var ratio = canvas.width / Math.max(1, canvas.clientWidth);
      aim();
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clearColor(inks.sky[0], inks.sky[1], inks.sky[2], 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.bindVertexArray(nothing);
      if (withTrails) {
        use(trails, frame);
        gl.uniform1f(trails.strength, follow < 0 ? 0.4 : 0.2);
        gl.drawArrays(gl.LINES, 0, 2 * TRAIL * film.count);
      }
      if (follow >= 0) {
        use(path, frame);
        gl.uniform1i(path.body, follow);
        gl.uniform2f(path.pixel, 2 * ratio / canvas.width, 2 * ratio / canvas.height);
        gl.drawArrays(gl.TRIANGLE_STRIP, 0, 2 * (Math.ceil(FINE * frame) + 1));
      }
      use(bodies, frame);
      gl.uniform1i(bodies.follow, follow);
      gl.uniform1f(bodies.whole, ratio * small * Math.sqrt(film.heaviest / film.lightest));
      gl.drawArrays(gl.POINTS, 0, film.count);
      if (film.mergers.length > 0) {
        use(marks, frame);
        gl.uniform1f(marks.size, 13 * ratio);
        gl.bindVertexArray(moments);
        gl.drawArrays(gl.POINTS, 0, film.mergers.length);
      }
    }

    return {
      camera: camera,
      home: home,
      draw: draw,
      pick: function (frame, x, y, within) { return pick(film, view, canvas, frame, x, y, within); },
      /** Henon lengths to a CSS pixel where the camera looks at. */
      pixel: function () { return 2 * camera.distance * Math.tan(FIELD / 2) / Math.max(1, canvas.clientHeight); }
    };
  };

  /** A program with the places of its uniforms by their names; throws with what the compiler says. */
  function program(gl, vertexSource, fragmentSource) {
    var one = gl.createProgram();
    [[gl.VERTEX_SHADER, vertexSource], [gl.FRAGMENT_SHADER, fragmentSource]].forEach(function (part) {
      var shader = gl.createShader(part[0]);
      gl.shaderSource(shader, part[1]);
      gl.compileShader(shader);
      gl.attachShader(one, shader);
      if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) {
        throw new Error(gl.getShaderInfoLog(shader));
      }
    });
    gl.linkProgram(one);
    if (!gl.getProgramParameter(one, gl.LINK_STATUS)) {
      throw new Error(gl.getProgramInfoLog(one));
    }
    var places = {program: one};
    for (var k = 0; k < gl.getProgramParameter(one, gl.ACTIVE_UNIFORMS); k++) {
      var name = gl.getActiveUniform(one, k).name;
      places[name.replace('[0]', '')] = gl.getUniformLocation(one, name);
    }
    return places;
  }

  /** Four numbers a pixel, 16-bit or real, on a unit where they stay. */
  function texture(gl, unit, width, height, numbers) {
    var real = numbers instanceof Float32Array;
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.texImage2D(gl.TEXTURE_2D, 0, real ? gl.RGBA32F : gl.RGBA16I, width, height, 0,
      real ? gl.RGBA : gl.RGBA_INTEGER, real ? gl.FLOAT : gl.SHORT, numbers);
  }

  /** Four numbers a vertex. */
  function vertices(gl, attribute, numbers) {
    var array = gl.createVertexArray();
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, numbers, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(attribute);
    gl.vertexAttribPointer(attribute, 4, gl.FLOAT, false, 0, 0);
    return array;
  }

  function momentsOf(film) {
    var all = new Float32Array(4 * Math.max(1, film.mergers.length));
    film.mergers.forEach(function (m, k) {
      all.set(m.place, 4 * k);
      all[4 * k + 3] = m.time / film.interval;
    });
    return all;
  }

  /** The body that is nearest to a point of the canvas (CSS pixels); -1 if none is near. */
  function pick(film, view, canvas, frame, x, y, within) {
    var place = [0, 0, 0];
    var nearest = -1;
    var least = within * within;
    for (var i = 0; i < film.count; i++) {
      if (film.death[i] > frame * film.interval) {
        viewer.placeOf(film, i, frame, place);
        var w = view[3] * place[0] + view[7] * place[1] + view[11] * place[2] + view[15];
        var u = view[0] * place[0] + view[4] * place[1] + view[8] * place[2] + view[12];
        var v = view[1] * place[0] + view[5] * place[1] + view[9] * place[2] + view[13];
        var dx = (1 + u / w) / 2 * canvas.clientWidth - x;
        var dy = (1 - v / w) / 2 * canvas.clientHeight - y;
        if (w > 0 && dx * dx + dy * dy < least) {
          least = dx * dx + dy * dy;
          nearest = i;
        }
      }
    }
    return nearest;
  }
})(experimentViewer);
