def log = new File(basedir, 'build.log').text
assert log.contains('no-such-device')
assert log.contains('experiment:assemble-trainingset')
assert log.contains('experiment.only names tinny')
assert log.contains('24 of 24 simulations are not in the store')
assert new File(localRepositoryPath, 'io/github/nbodylab/it/devices/1/devices-1.jar').isFile()
def builds = log.split('Scanning for projects').drop(1)
assert builds[7].contains('the JVM twin computes') : 'without OpenCL the twin runs, and the log says so'
assert builds[8].contains('BUILD FAILURE') && builds[8].contains('OpenCL')
assert builds[0].contains('Would be used: ')
assert builds[6].contains('The JVM twin computes, as asked for')
