# the author raises the version
spec=src/main/experiments/tiny.yaml
sed 's/version: 1.0.0/version: 1.1.0/' "$spec" > raised.yaml && mv raised.yaml "$spec"
