def log = new File(basedir, 'build.log').text
assert log.contains('NEW: No results were accepted yet. experiment.requireLock demands accepted ones.')
assert log.count('IDENTICAL: ') == 4 // recorded, clean, recorded again, verified
assert log.count('spec simulate.until: 0.25 -> 0.3') >= 2
assert log.contains('CHANGED: The spec differs')

def lock = new File(basedir, 'src/main/experiments/tiny.lock.yaml').text
assert lock.contains("simulate.until: '0.3'")
assert lock.contains('runs.csv: ')
def record = new File(basedir, 'src/main/experiments/records/tiny/1.0.0.json')
assert record.length() < 300_000
assert record.text.contains('"verdict": "IDENTICAL"')
assert log.contains("raise 'version' in the spec to keep both")
