# the author edits the spec
spec=src/main/experiments/tiny.yaml
sed 's/until: 0.25/until: 0.3/' "$spec" > changed.yaml && mv changed.yaml "$spec"
