package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Simulation;
import io.github.nbodylab.experiment.nbody.SimulationOptions;
import io.github.nbodylab.experiment.store.Key;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Where long simulations are kept while they run, so that one whose worker dies goes on from its last checkpoint and not from
 * time 0. A checkpoint that is damaged, or of another format or revision of the stage, is passed over: it saves time only.
 */
final class Checkpoints {

    private static final int FORMAT = 2;

    private final Path folder;

    /**
     * Creates the place.
     *
     * @param store folder of the store; checkpoints are in a folder in it
     */
    Checkpoints(Path store) {
        folder = store.resolve("checkpoints");
    }

    private Path file(Key key) {
        return folder.resolve(key.digest());
    }

    /**
     * Saves a simulation, over an earlier checkpoint of it.
     *
     * @throws IOException if it cannot be written
     */
    void save(Key key, Simulation simulation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(Ensemble.STAGE.revision());
            simulation.save(out);
        }
        byte[] state = bytes.toByteArray();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, key.digest(), ".tmp");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(temporary))) {
            out.writeLong(checksum(state));
            out.write(state);
        }
        Files.move(temporary, file(key), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The simulation where its last checkpoint has it; empty if there is none that can be used. */
    Optional<Simulation> resume(Key key, Bodies bodies, SimulationOptions options) throws IOException {
        byte[] all;
        try {
            all = Files.readAllBytes(file(key));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(all))) {
            boolean sound = all.length > Long.BYTES
                    && in.readLong() == checksum(Arrays.copyOfRange(all, Long.BYTES, all.length))
                    && in.readInt() == FORMAT
                    && in.readInt() == Ensemble.STAGE.revision();
            return sound ? Optional.of(Simulation.resume(in, bodies, options)) : Optional.empty();
        }
    }

    /** Forgets a simulation. */
    void remove(Key key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    private static long checksum(byte[] state) {
        CRC32C checksum = new CRC32C();
        checksum.update(state);
        return checksum.getValue();
    }
}
