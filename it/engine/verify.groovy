def rows = { File file -> file.readLines().collect { it.replace('"', '').split(',', -1) as List } }
def log = new File(basedir, 'build.log').text
def waves = new File(basedir, 'target/experiments/waves')
def listed = new File(basedir, 'target/experiments/listed')

// what simulations leave
def mergerColumns = ['run', 'time', 'x', 'y', 'z', 'vx', 'vy', 'vz', 'id1', 'id2', 'mass1', 'mass2', 'relativeSpeed',
                     'remnantMass', 'kickSpeed', 'history']
def mergers = rows(new File(waves, 'mergers.csv'))
assert mergers[0] == mergerColumns
assert rows(new File(listed, 'mergers.csv'))[0] == mergerColumns
assert mergers.size() > 1 : 'light is slow enough for some to merge'
mergers.tail().each { row ->
    def cell = [mergerColumns, row].transpose().collectEntries()
    assert cell.remnantMass.toDouble() < cell.mass1.toDouble() + cell.mass2.toDouble() : 'waves carry mass away'
    assert cell.kickSpeed.toDouble() >= 0
    assert cell.relativeSpeed.toDouble() > 0
    def history = cell.history.split(' ')
    assert cell.id1 in history && cell.id2 in history && history.size() >= 2
}
assert mergers.tail().any { it[14].toDouble() > 0 } : 'unequal masses recoil'

def runs = rows(new File(waves, 'runs.csv'))
assert runs.size() == 1 + 12
assert ['W0', 'speedOfLight', 'massLoss', 'recoil', 'snapshots'].every { it in runs[0] }
assert runs.tail().every { it[runs[0].indexOf('status')] == 'completed' }
assert runs.tail().every { it[runs[0].indexOf('snapshots')] ==~ /[0-9a-f]{64}/ }

def diagnostics = rows(new File(waves, 'diagnostics.csv'))
assert diagnostics[0].take(7) == ['run', 'time', 'particles', 'energyError', 'kineticEnergy', 'potentialEnergy',
                                  'virialRatio']
assert diagnostics[0].takeRight(3) == ['steps', 'bodySteps', 'pairInteractions']
assert diagnostics.size() == 1 + 12 * 6 : 'at 0, 0.01, ... 0.05 Myr'
assert rows(new File(listed, 'diagnostics.csv')).size() == 1 + 7 * 17 : 'sixteen times where nothing is said'

def pictures = new File(waves, 'snapshots').listFiles()
assert pictures*.name.toSet() == runs.tail().collect { it[0] + '.hdf5' }.toSet()
assert pictures.every { it.bytes[1..3] == ('HDF'.bytes as List) }
assert !new File(listed, 'snapshots').exists()
def names = rows(new File(listed, 'runs.csv'))[0]
assert !('particles' in names) && !('snapshots' in names)

// the second build computes nothing and leaves the same bytes
assert log.contains('waves: 12 of 12 simulations are to run')
assert log.contains('waves: all 12 simulations are in the store')
assert log.contains('listed: 7 of 7 simulations are to run')
assert log.contains('listed: all 7 simulations are in the store')
['waves', 'listed'].each { name ->
    def first = new File(basedir, "target/experiments/$name")
    def second = new File(basedir, "again/experiments/$name")
    def compared = 0
    first.eachFileRecurse(groovy.io.FileType.FILES) { file ->
        def path = first.toPath().relativize(file.toPath()).toString()
        if (!(path in ['provenance.json', 'timeline.json', 'record.json', 'verdict.json', "TEST-experiment-${name}.xml".toString(),
                       'ro-crate-metadata.json', 'ro-crate-preview.html'])) {
            assert new File(second, path).bytes == file.bytes : "$path differs"
            compared++
        }
    }
    assert compared >= 8
}

// the file with a NaN
assert log.count('vx is NaN') == 1
assert log =~ /stars\.csv: line 5: vx is NaN, and every number must be finite/
assert !(log =~ /\n\s+at [a-z]+\./) : 'a stack trace is no message'
assert !new File(basedir, 'refused/experiments/refused/runs.csv').exists()
