package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.spec.Axis;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.spec.Simulate;
import io.github.nbodylab.experiment.spec.Simulate.Cluster;
import io.github.nbodylab.experiment.spec.Simulate.Design;
import io.github.nbodylab.experiment.spec.Simulate.Mergers;
import io.github.nbodylab.experiment.spec.Simulate.Method;
import io.github.nbodylab.experiment.spec.Train;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.spec.Units;
import io.github.nbodylab.experiment.spec.Validate;
import io.github.nbodylab.experiment.spec.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Specs built by hand for tests of the ensemble. */
final class Specs {

    static final Axis PLUMMER = new Axis.Fixed(new Value.Word("plummer"));
    static final Axis EQUAL = new Axis.Fixed(new Value.Word("equal"));
    static final Axis STICKY = new Axis.Fixed(new Value.Word("sticky-sphere"));

    private Specs() {}

    static Axis whole(long... numbers) {
        List<Value> values =
                LongStream.of(numbers).mapToObj(n -> (Value) new Value.Whole(n)).toList();
        return values.size() == 1 ? new Axis.Fixed(values.get(0)) : new Axis.Choice(values);
    }

    static Axis real(double... numbers) {
        List<Value> values = DoubleStream.of(numbers)
                .mapToObj(n -> (Value) new Value.Real(n))
                .toList();
        return values.size() == 1 ? new Axis.Fixed(values.get(0)) : new Axis.Choice(values);
    }

    static Axis logUniform(double min, double max) {
        return new Axis.Range(min, max, Axis.Distribution.LOG_UNIFORM, false);
    }

    static Design sobol(int points, int replicates) {
        return new Design(Method.SOBOL, points, replicates, List.of());
    }

    static Design grid(int replicates) {
        return new Design(Method.GRID, 0, replicates, List.of());
    }

    static Design list(int replicates, List<SortedMap<String, Value>> points) {
        return new Design(Method.LIST, 0, replicates, points);
    }

    static ExperimentSpec spec(long seed, Axis particles, Axis captureNumber, double until, Design design) {
        return spec(seed, particles, captureNumber, until, design, Integrator.DEFAULT);
    }

    static ExperimentSpec spec(
            long seed, Axis particles, Axis captureNumber, double until, Design design, Integrator integrator) {
        Simulate simulate = Simulate.of(
                cluster(particles, real(0.5)),
                new Mergers(new TreeMap<>(Map.of("criterion", STICKY, "captureNumber", captureNumber))),
                integrator,
                until,
                design,
                new Simulate.Failures(2, 0.05, 1e-3));
        return spec(seed, simulate);
    }

    static Cluster cluster(Axis particles, Axis virialRatio) {
        return new Cluster(
                new TreeMap<>(Map.of(
                        "particles", particles, "profile", PLUMMER, "virialRatio", virialRatio, "masses", EQUAL)),
                Optional.empty());
    }

    static ExperimentSpec spec(long seed, Simulate simulate) {
        return new ExperimentSpec(
                "merger-count",
                "1.0.0",
                "Mergers",
                "How many?",
                seed,
                Optional.empty(),
                simulate,
                new TrainingSet(
                        TrainingSet.Row.SIMULATION,
                        List.of(),
                        TrainingSet.Window.NONE,
                        List.of("particles", "captureNumber"),
                        List.of("mergers"),
                        TrainingSet.SplitBy.DESIGN_POINT,
                        0.2),
                new Train(List.of(new ModelSpec.Constant()), 5, Train.Choose.SIMPLEST_WITHIN_ONE_STANDARD_ERROR),
                new Validate(List.of(), Validate.DEFAULT_STUDIES, 1e-9));
    }

    /** The same spec with physical units. */
    static ExperimentSpec in(Units units, ExperimentSpec spec) {
        return new ExperimentSpec(
                spec.name(),
                spec.version(),
                spec.title(),
                spec.question(),
                spec.seed(),
                Optional.of(units),
                spec.simulate(),
                spec.trainingSet(),
                spec.train(),
                spec.validate());
    }
}
