def log = new File(basedir, 'build.log').text
assert log.count('BUILD SUCCESS') == 3
def site = new File(basedir, 'target/site')
def list = new File(site, 'experiments.html').text
assert list.contains('experiments/tiny/1.0.0.html')
def page = new File(site, 'experiments/tiny/1.0.0.html').text
assert page.contains('IDENTICAL')
assert page.contains('<svg')
assert !page.contains('<script>alert(1)') : 'markup of a spec must not run in a page'
['surrogate-arithmetic.js', 'surrogate.js', 'ask-numbers.js', 'ask-controls.js', 'ask-curve.js', 'ask.js'].each { script ->
    assert page.contains('src="../assets/' + script + '"')
    assert new File(site, 'experiments/assets/' + script).file
}
assert page.contains('data-model="1.0.0/model.js"')
def model = new File(site, 'experiments/tiny/1.0.0/model.js').text
assert model.startsWith('experimentModel({') : 'the page can ask the chosen model'
def film = new File(site, 'experiments/tiny/1.0.0/film.js').text
assert page.contains('src="1.0.0/film.js"')
['gl-matrix-min.js', 'viewer-film.js', 'viewer-scene.js', 'viewer.js'].each {
  assert new File(site, "experiments/assets/$it").isFile()
  assert page.contains("src=\"../assets/$it\"")
}
assert film.startsWith('experimentFilm({') : 'the page plays a simulation'
