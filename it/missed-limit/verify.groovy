['another', 'tiny'].each {
    assert new File(basedir, "target/experiments/$it/report.json").text.contains('"accepted": false')
    assert new File(basedir, "target/experiments/$it/verdict.json").isFile()
    assert !new File(basedir, "src/main/experiments/${it}.lock.yaml").exists()
}
def log = new File(basedir, 'build.log').text
// one failure tells those of all experiments
assert log =~ /another: acceptance rule missed: rmse of .*\R\[ERROR\] +tiny: acceptance rule missed: q2 of /
assert log.contains('not recorded')

// continuous integration is told as well
['another', 'tiny'].each { name ->
    def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, "target/experiments/$name/TEST-experiment-${name}.xml"))
    assert suite.@tests == 2 && suite.@failures == 1
    assert suite.testcase[0].failure.@message.text() =~ / must be at (least|most) /
    assert log =~ /(?m)^::error file=src\/main\/experiments\/${name}\.yaml,line=27,title=${name}%3A acceptance rule missed::/
    assert log =~ /(?m)^::warning file=src\/main\/experiments\/${name}\.yaml,line=27,/
}
assert new File(basedir, 'summary.md').text.count('| tiny | 1.0.0 | NEW | **missed** |') == 3
