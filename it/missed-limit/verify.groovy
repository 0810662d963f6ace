def log = new File(basedir, 'build.log').text
assert log.contains('acceptance rule missed')
assert log.contains('not recorded')
assert new File(basedir, 'target/experiments/tiny/report.json').text.contains('"accepted": false')
assert new File(basedir, 'target/experiments/tiny/verdict.json').isFile()
assert !new File(basedir, 'src/main/experiments/tiny.lock.yaml').exists()
