package io.github.nbodylab.experiment.nbody.snapshot;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digest of what stands in an HDF5 file, whatever its bytes: the writer notes the operating system in the root's
 * attribute {@code _jHDF}, which is left out, and may lay the same content out in another order.
 */
public final class ContentDigest {

    private static final String WRITER = "_jHDF";

    private final DataOutputStream out;

    private ContentDigest(MessageDigest digest) {
        out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest), 1 << 16));
    }

    /**
     * SHA-256 of paths, attributes, types, shapes and the bits of all values, in the order of their names.
     *
     * @return 64 lower-case hexadecimal digits
     * @throws IOException if it cannot be read as HDF5; the message names the file
     */
    public static String of(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        ContentDigest digest = new ContentDigest(sha256);
        try (HdfFile hdf = new HdfFile(file)) {
            digest.walk("", hdf);
        } catch (HdfException e) {
            throw new IOException(file + " cannot be read as HDF5: " + e.getMessage(), e);
        }
        digest.out.flush();
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private void walk(String path, Node node) throws IOException {
        value(path);
        for (Map.Entry<String, Attribute> named : new TreeMap<>(node.getAttributes()).entrySet()) {
            if (!path.isEmpty() || !named.getKey().equals(WRITER)) {
                Attribute attribute = named.getValue();
                value(named.getKey());
                shape(attribute.getJavaType(), attribute.getDimensions());
                value(attribute.getData());
            }
        }
        if (node instanceof Dataset dataset) {
            shape(dataset.getJavaType(), dataset.getDimensions());
            value(dataset.getDataFlat());
        } else if (node instanceof Group group) {
            for (Map.Entry<String, Node> child : new TreeMap<>(group.getChildren()).entrySet()) {
                walk(path + "/" + child.getKey(), child.getValue());
            }
        }
    }

    private void shape(Class<?> type, int[] dimensions) throws IOException {
        value(type.getSimpleName());
        value(Arrays.toString(dimensions));
    }

    private void value(Object value) throws IOException {
        if (value instanceof double[] numbers) {
            for (double number : numbers) {
                out.writeLong(Double.doubleToRawLongBits(number));
            }
        } else if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                value(Array.get(value, i));
            }
        } else if (value instanceof Double number) {
            out.writeLong(Double.doubleToRawLongBits(number));
        } else if (value instanceof Float number) {
            out.writeInt(Float.floatToRawIntBits(number));
        } else {
            byte[] text = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }
}
