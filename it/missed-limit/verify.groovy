['another', 'tiny'].each {
    assert new File(basedir, "target/experiments/$it/report.json").text.contains('"accepted": false')
    assert new File(basedir, "target/experiments/$it/verdict.json").isFile()
    assert !new File(basedir, "src/main/experiments/${it}.lock.yaml").exists()
}
def log = new File(basedir, 'build.log').text
// one failure tells those of all experiments
assert log =~ /another: acceptance rule missed: rmse of .*\R\[ERROR\] +tiny: acceptance rule missed: q2 of /
assert log.contains('not recorded')
