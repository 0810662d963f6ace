def log = new File(basedir, 'build.log').text
assert log =~ /tiny\.yaml:6: seed: /
assert log =~ /tiny\.yaml:10: simulate\.cluster\.particels: .*particles/
assert log =~ /tiny\.yaml:12: simulate\.mergers\.captureNumber/
assert !(log =~ /\n\s+at [a-z]+\./) : 'a stack trace is no message'
assert !new File(basedir, 'store').exists()
assert !new File(basedir, 'target/experiments').exists()
assert log.count('simulate.cluster.particels: ') == 1 : 'each problem is told once'
