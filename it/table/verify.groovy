def folder = { String name -> new File(basedir, "target/experiments/$name") }
def log = new File(basedir, 'build.log').text
assert log.count('BUILD SUCCESS') == 2 && log.count('BUILD FAILURE') == 1
assert log.count('redshifts: its table is catalogue.csv, so there is nothing to simulate') == 2

['redshifts', 'redshifts-of-fits', 'quasars'].each { name ->
    ['resolved.yaml', 'trainingset.csv', 'trainingset.json', 'models/constant.json', 'report.json', 'verdict.json',
     'provenance.json', 'timeline.json', 'record.json'].each {
        assert new File(folder(name), it).isFile() : "$name: $it is missing"
    }
    ['runs.csv', 'mergers.csv', 'diagnostics.csv', 'snapshots'].each { assert !new File(folder(name), it).exists() }
    assert new File(folder(name), 'verdict.json').text.contains('"NEW"')
}

// two observations of an object are on one side
def rows = new File(folder('redshifts'), 'trainingset.csv').readLines()*.split(',', -1)
assert rows[0] as List == ['group', 'split', 'u-g', 'g-r', 'r', 'field', 'redshift']
assert rows.size() == 1 + 240
def sides = rows.tail().groupBy { it[0] }
assert sides.size() == 120 && sides.values().every { it.size() == 2 && it[0][1] == it[1][1] }
assert sides.values().count { it[0][1] == 'test' } == 30
assert rows.tail().count { it[2] == '' } == 6

// the same bits of FITS
assert new File(folder('redshifts-of-fits'), 'trainingset.csv').text == new File(folder('redshifts'), 'trainingset.csv').text
assert new File(folder('redshifts-of-fits'), 'models/polynomial.json').text == new File(folder('redshifts'), 'models/polynomial.json').text

def report = new groovy.json.JsonSlurper().parse(new File(folder('quasars'), 'report.json'))
assert report.target.levels == ['quasar', 'star']
assert report.models[0].test.brier.value < 0.3

// the studies of a chosen polynomial, and why there are none of a constant
def studies = new groovy.json.JsonSlurper().parse(new File(folder('redshifts'), 'report.json')).studies
assert studies.learningCurve.points.size() == 7 && studies.learningCurve.points*.groups.last() == 67
assert studies.contamination.points*.fraction == [0.05, 0.1, 0.2]
assert studies.droppedInputs.points*.input == ['u-g', 'g-r', 'r', 'field']
assert report.studies.learningCurve.skipped.startsWith('the constant is chosen')
def cost = new groovy.json.JsonSlurper().parse(new File(folder('redshifts'), 'timeline.json')).cost
assert cost.fitSeconds > 0 && cost.predictionSeconds > 0 && cost.simulations == null

def installed = new File(localRepositoryPath, 'io/github/nbodylab/it/table/1')
assert new File(installed, 'table-1-redshifts-trainingset.csv').text == new File(folder('redshifts'), 'trainingset.csv').text

// all that is wrong with a table
assert log.contains("broken.csv: there is no column 'objectID'; did you mean 'objectId'?")
