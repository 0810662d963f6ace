set -e
# the author looks at the page that tells what has changed, and raises the version
grep -q 'from 1.0.0 as recorded to this build' target/site/experiments/tiny/changes/1.0.0.html
spec=src/main/experiments/tiny.yaml
sed 's/version: 1.0.0/version: 1.1.0/' "$spec" > raised.yaml && mv raised.yaml "$spec"
