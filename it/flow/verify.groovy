def log = new File(basedir, 'build.log').text
assert log.count('BUILD SUCCESS') == 10

// the change is noticed, and passes
assert log.contains('CHANGED: The spec differs from the one whose results were accepted.')
assert log.contains('    spec simulate.until: 0.25 -> 0.3')
// what differs, on the terminal
assert log =~ /tiny 1\.0\.0 of this build differs from 1\.0\.0 as it is recorded\R.*  spec\R.*    simulate\.until: 0\.25 -> 0\.3\R.*  data\R/
assert log =~ /    runs\.csv: [0-9a-f]{12} -> [0-9a-f]{12}\R/
assert log =~ /  metrics that differ by more than 1\.0E-9 of their value\R.*    (constant|power-law) \S+ (on test rows|in cross-validation): /
// once recorded under a new number, against the version before
assert log =~ /tiny 1\.1\.0 of this build differs from 1\.0\.0 as it is recorded/
// green where only accepted results are
assert log =~ /IDENTICAL: The same spec gave the same bits/

def records = new File(basedir, 'src/main/experiments/records/tiny')
assert records.list().sort() == ['1.0.0.json', '1.1.0.json']

// and in the site, which keeps nothing of the fourth build, whose results were never recorded as 1.0.0
def site = new File(basedir, 'target/site/experiments/tiny')
assert new File(site, '1.1.0.html').text.contains('href="changes/1.1.0.html"')
def changes = new File(site, 'changes/1.1.0.html').text
assert changes.contains('simulate.until') && changes.contains('from 1.0.0 to 1.1.0')
assert new File(site, '1.0.0.html').isFile()
assert !new File(site, 'changes/1.0.0.html').exists()
assert !new File(site, '1.0.0/badge.svg').exists()
assert new File(site, 'badge.svg').text.contains('IDENTICAL')
assert new File(site, '1.1.0/tiny-1.1.0-crate.zip').isFile()

// spec, lock and records are committed together
if (new File(basedir, '.git').isDirectory()) {
    def git = { String... words -> (['git'] + words.toList()).execute(null, basedir).text.trim() }
    assert git('log', '--oneline').readLines().size() == 2
    assert git('status', '--porcelain', '--', 'src') == ''
    assert git('show', '--name-only', '--format=', 'HEAD').readLines().sort() == [
        'src/main/experiments/records/tiny/1.1.0.json', 'src/main/experiments/tiny.lock.yaml',
        'src/main/experiments/tiny.yaml']
} else {
    assert log.contains('skipped: git is missing')
}
