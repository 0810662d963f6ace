def log = new File(basedir, 'build.log').text
assert log.count('BUILD SUCCESS') == 5
assert log.contains("Run by itself, this goal writes the list only; say 'mvn verify site'")
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
// records that cannot be shown are named in both builds, and in the second once more as what fails it, after all pages
assert log.count('0.9.0.json is not JSON') == 3
assert log.count('0.8.0.json has schema 1000, but this version of the plugin reads records up to schema 1') == 3
assert log.contains('some records cannot be shown, and experiment.damagedRecords is fail')
assert page.contains('download>tiny 1.0.0 as an RO-Crate</a>')
