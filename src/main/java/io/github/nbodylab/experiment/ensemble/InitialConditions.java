package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.cluster.Binaries;
import io.github.nbodylab.experiment.nbody.cluster.Cluster;
import io.github.nbodylab.experiment.nbody.cluster.ClusterModel;
import io.github.nbodylab.experiment.nbody.cluster.MassFunction;
import io.github.nbodylab.experiment.nbody.cluster.Profile;
import io.github.nbodylab.experiment.nbody.snapshot.BodiesFile;
import io.github.nbodylab.experiment.nbody.snapshot.BodiesFileException;
import io.github.nbodylab.experiment.nbody.snapshot.SnapshotUnits;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.util.Optional;

/** The bodies of an ensemble's runs at time 0: what the words of a design point mean in physics, or what a file holds. */
public final class InitialConditions {

    private final Optional<Bodies> file;

    private InitialConditions(Optional<Bodies> file) {
        this.file = file;
    }

    /**
     * Reads the file of an ensemble that has one.
     *
     * @throws JobFailedException if there is anything wrong with it; the message lists all
     */
    public static InitialConditions of(Ensemble ensemble) throws JobFailedException {
        if (ensemble.file().isEmpty()) {
            return new InitialConditions(Optional.empty());
        }
        try {
            SnapshotUnits units = SnapshotUnits.of(ensemble.spec().units());
            return new InitialConditions(
                    Optional.of(BodiesFile.read(ensemble.file().get(), units).bodies()));
        } catch (BodiesFileException e) {
            throw new JobFailedException(e.getMessage(), e);
        }
    }

    /** Number of bodies of a point at the start, a central one not counted. */
    int particles(DesignPoint point) {
        return Ensemble.isFromFile(point) ? file.orElseThrow().count() : (int) number(point, "particles");
    }

    /** Number of bodies of a point at the start. */
    int bodies(DesignPoint point) {
        return Ensemble.isFromFile(point) ? particles(point) : model(point).bodies();
    }

    /** The bodies of a run. */
    Bodies create(Run run) {
        return Ensemble.isFromFile(run.point())
                ? file.orElseThrow().copy()
                : Cluster.create(model(run.point()), run.seed());
    }

    private static ClusterModel model(DesignPoint point) {
        double fraction = orNone(point, "binaryFraction");
        Binaries binaries = fraction == 0
                ? Binaries.NONE
                : new Binaries(fraction, number(point, "minSemiMajorAxis"), number(point, "maxSemiMajorAxis"));
        return new ClusterModel(
                (int) number(point, "particles"),
                profile(point),
                number(point, "virialRatio"),
                masses(point),
                binaries,
                orNone(point, "centralMass"),
                orNone(point, "rotation"));
    }

    private static Profile profile(DesignPoint point) {
        String word = point.parameter("profile").text();
        return switch (word) {
            case "plummer" -> new Profile.Plummer();
            case "hernquist" -> new Profile.Hernquist();
            case "king" -> new Profile.King(number(point, "W0"));
            case "uniform" -> new Profile.Uniform();
            default -> throw new IllegalArgumentException("no profile is called " + word);
        };
    }

    private static MassFunction masses(DesignPoint point) {
        String word = point.parameter("masses").text();
        return switch (word) {
            case "equal" -> new MassFunction.Equal();
            case "power-law" -> powerLaw(point, number(point, "massExponent"));
            case "salpeter" -> powerLaw(point, MassFunction.PowerLaw.SALPETER);
            case "kroupa" -> new MassFunction.Kroupa(number(point, "minMass"), number(point, "maxMass"));
            case "two-component" -> twoComponents(point, number(point, "massRatio"));
            default -> throw new IllegalArgumentException("no mass function is called " + word);
        };
    }

    private static MassFunction powerLaw(DesignPoint point, double exponent) {
        return new MassFunction.PowerLaw(exponent, number(point, "minMass"), number(point, "maxMass"));
    }

    private static MassFunction twoComponents(DesignPoint point, double massRatio) {
        return point.parameters().containsKey("numberFraction")
                ? new MassFunction.TwoComponent(massRatio, number(point, "numberFraction"))
                : MassFunction.TwoComponent.ofMassFraction(massRatio, number(point, "massFraction"));
    }

    private static double orNone(DesignPoint point, String parameter) {
        return point.parameters().containsKey(parameter) ? number(point, parameter) : 0;
    }

    private static double number(DesignPoint point, String parameter) {
        return point.parameter(parameter).asDouble();
    }
}
