def log = new File(basedir, 'build.log').text
assert log.count('BUILD SUCCESS') == 5 && log.count('BUILD FAILURE') == 5
assert log.contains("training.json yet; run 'mvn compile' first")

def predictions = new File(basedir, 'target/experiments/redshifts/predictions.csv')
def rows = predictions.readLines()*.split(',', -1)
assert rows[0] as List == ['field', 'id', 'magnitude', 'colour', 'redshift', 'redshift_low', 'redshift_high', 'domain',
                           'domainGrade', 'domainMeasure']
assert rows.size() == 3
rows.tail().each {
    assert it[7] == 'inside'
    assert (it[5] as double) < (it[4] as double) && (it[4] as double) < (it[6] as double)
}
assert rows[1][0..3] == ['north', '7', '17.25', '0.45']
assert new File(basedir, 'again.csv').bytes == predictions.bytes

// outside only if that is asked for
assert log.contains('1 of 2 points lie outside of the training set, where the model only guesses:')
assert log.contains('outside.csv:3: magnitude is 27.0, and was trained from 15.0 to 19.8889')
assert !new File(basedir, 'refused.csv').exists()
assert new File(basedir, 'marked.csv').readLines()*.split(',', -1).tail()*.getAt(6) == ['inside', 'outside']
assert log.contains('redshifts: gaussian-process predicts redshift of 2 points: 1 inside the training set, 0 at its edge, 1 outside')

// all that is wrong with a file
assert log.contains("wrong.csv:1: colour: this input of the model has no column; is it 'color'?")
assert log.contains('wrong.csv:1: magnitude: this input of the model has no column; add one with a value for every point')
assert log.contains("wrong.csv:1: color: no input of the model has this name; did you mean 'colour'?")
assert log.contains('wrong.csv:1: id: no input of the model has this name;')
assert log.contains("wrong.csv:2: field: 'nord' is no word that the model knows; it is one of north, south")

def classes = new File(basedir, 'target/experiments/quasars/predictions.csv').readLines()*.split(',', -1)
assert classes[0][4..6] == ['class', 'class_quasar', 'class_star']
assert classes.tail().every { it[4] == ((it[5] as double) >= (it[6] as double) ? 'quasar' : 'star') }

assert log.contains('points are those of one experiment; name it with -Dexperiment.only=NAME: quasars, redshifts')
assert log.contains('no points to predict: name their file with -Dexperiment.input=points.csv')
