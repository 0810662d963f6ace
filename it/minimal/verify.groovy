def folder = new File(basedir, 'target/experiments/tiny')
['resolved.yaml', 'runs.csv', 'mergers.csv', 'trainingset.csv', 'trainingset.json', 'report.json', 'verdict.json',
 'provenance.json', 'timeline.json', 'models/constant.json', 'models/power-law.json'].each {
    assert new File(folder, it).isFile() : "$it is missing"
}
assert new File(folder, 'runs.csv').readLines().size() == 1 + 24
assert new File(folder, 'verdict.json').text.contains('"NEW"')

def log = new File(basedir, 'build.log').text
assert log.count('24 of 24 simulations are to run') == 2
assert log.count('all 24 simulations are in the store') == 2
assert log.count('BUILD SUCCESS') == 4

def installed = new File(localRepositoryPath, 'io/github/nbodylab/it/minimal/1')
assert new File(installed, 'minimal-1-tiny-trainingset.csv').text == new File(folder, 'trainingset.csv').text
assert new File(installed, 'minimal-1-tiny-model.json').isFile()
def jar = new java.util.zip.ZipFile(new File(installed, 'minimal-1.jar'))
['spec.yaml', 'model.json', 'report.json'].each { assert jar.getEntry("META-INF/experiments/tiny/$it") != null }
def report = jar.getInputStream(jar.getEntry('META-INF/experiments/tiny/report.json')).getText('UTF-8')
jar.close()
assert new File(installed, 'minimal-1.jar').bytes == new File(basedir, 'target/minimal-1.jar').bytes

// the last build ran elsewhere, and yet its tables, models and report are those that were installed first
['train', 'validate'].each {
    assert new File(basedir, "target/experiment-work/tiny/$it/worker.args").text.contains('Pacific/Auckland')
}
def model = new File(folder, 'training.json').text.contains('"chosen": "power-law"') ? 'power-law' : 'constant'
assert new File(installed, 'minimal-1-tiny-model.json').text == new File(folder, "models/${model}.json").text
assert report == new File(folder, 'report.json').getText('UTF-8')
