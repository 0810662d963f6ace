def page = new File(basedir, '../../../site/markdown/tutorial.md').text
def log = new File(basedir, 'build.log').text
assert log.count('BUILD SUCCESS') == 7 && log.count('BUILD FAILURE') == 1

// the commands of the page are the ones that ran
def ran = new Properties()
new File(basedir, 'invoker.properties').withInputStream { ran.load(it) }
def goals = (2..8).collect { ran["invoker.goals.$it".toString()].replace(' -Dexperiment.specDirectory=changed', '') }
def told = page.readLines().findAll { it.startsWith('    mvn ') }*.replaceFirst(/^ +mvn /, '')
assert told == goals

// what the page shows of the log is what the log says
def shown = page.readLines().findAll { it.startsWith('    ') && !it.startsWith('    mvn ') }*.trim()
        .findAll { it =~ /^(first-mergers|met:|NEW:|CHANGED:|spec )/ }
assert shown.size() == 7
shown.each { assert log.contains(it) : "the log does not say: $it" }

assert page.contains('simulates 240 clusters') && log.contains('240 of 240 simulations are to run')
def folder = new File(basedir, 'target/experiments/first-mergers')
page.findAll(/(?m)^\| `([a-z.*\/]+)` \| /).each {
    def name = it.replaceAll(/[|` ]/, '')
    def found = name.contains('*') ? new File(folder, 'models').list() : new File(folder, name).isFile()
    assert found : "the tutorial tells of $name, which is not there"
}
assert new File(basedir, 'target/site/experiments/first-mergers/1.0.0.html').isFile()
assert new File(basedir, 'src/main/experiments/first-mergers.lock.yaml').isFile()
assert new File(basedir, 'src/main/experiments/records/first-mergers/1.0.0.json').isFile()
assert new File(folder, 'predictions.csv').readLines().size() == 3

assert log.count('all 240 simulations are in the store') >= 5

// the README has the same pom
def pom = (page =~ /(?s)```xml\n(.*?)```/)[0][1]
assert new File(basedir, '../../../README.md').text.contains(pom)
