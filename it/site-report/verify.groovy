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
// records that cannot be shown are named in both builds, and in the second once more as what fails it; all pages are there
assert log.count('0.9.0.json is not JSON') == 3
assert log.count('0.8.0.json has schema 1000, but this version of the plugin reads records up to schema 1') == 3
assert log.contains('some records cannot be shown, and experiment.damagedRecords is fail')

['tables.js', 'copy.js'].each { script ->
    assert page.contains('src="../assets/' + script + '"') && new File(site, 'experiments/assets/' + script).file
}
def figures = (page =~ /href="(1.0.0\/figures\/[^"]+)"/).collect { it[1] }
assert figures.any { it.endsWith('.csv') } && figures.any { it.endsWith('.svg') } && figures.any { it.endsWith('.pdf') }
def downloads = (page =~ /href="(1.0.0\/[^"]+)" download/).collect { it[1] }
['tiny.yaml', 'resolved.yaml', 'runs.csv', 'trainingset.csv', 'report.json', 'metrics.json', 'numbers.tex', 'badge.svg',
 'CITATION.cff', 'tiny-1.0.0-crate.zip'].each { assert downloads.contains('1.0.0/' + it) : it + ' can be fetched from the page' }
(figures + downloads).each { assert new File(site, 'experiments/tiny/' + it).length() > 0 : it + ' stands beside the page' }
assert page.contains('Ada Lovelace (2026).') : 'the page says how to cite'
def results = new File(basedir, 'target/experiments/tiny')
assert new File(results, 'CITATION.cff').text.contains('orcid: "https://orcid.org/0000-0002-1825-0097"')
assert new File(results, 'badge.svg').text.contains('IDENTICAL')
assert new File(results, 'numbers.tex').text.contains('\\newcommand{\\TinyChosenQsq}')
assert new groovy.json.JsonSlurper().parse(new File(results, 'metrics.json')).verdict == 'IDENTICAL'
