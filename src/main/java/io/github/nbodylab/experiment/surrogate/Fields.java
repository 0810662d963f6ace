// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The members of a JSON object, each asked for with the type it must have.
 *
 * @param members by key
 * @param name of the object, for messages
 */
record Fields(Map<?, ?> members, String name) {

    static Fields of(Object value, String name) {
        return new Fields(cast(value, Map.class, name, "an object"), name);
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    String text(String key) {
        return cast(member(key), String.class, key, "a text");
    }

    double number(String key) {
        return cast(member(key), Double.class, key, "a number");
    }

    boolean flag(String key) {
        return cast(member(key), Boolean.class, key, "true or false");
    }

    Fields object(String key) {
        return of(member(key), key);
    }

    List<Fields> objects(String key) {
        List<Fields> objects = new ArrayList<>();
        for (Object element : list(member(key), key)) {
            objects.add(of(element, key));
        }
        return objects;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(member(key), key)) {
            texts.add(cast(element, String.class, key, "a list of texts"));
        }
        return texts;
    }

    double[] numbers(String key, int length) {
        return numbers(member(key), key, length);
    }

    double[] numbers(String key) {
        return numbers(key, list(member(key), key).size());
    }

    double[][] matrix(String key, int columns) {
        List<double[]> rows = new ArrayList<>();
        for (Object element : list(member(key), key)) {
            rows.add(numbers(element, key, columns));
        }
        return rows.toArray(double[][]::new);
    }

    private static double[] numbers(Object value, String key, int length) {
        List<?> list = list(value, key);
        if (list.size() != length) {
            throw new IllegalArgumentException(
                    "\"" + key + "\" has " + list.size() + " numbers where " + length + " are needed");
        }
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = cast(list.get(i), Double.class, key, "a list of numbers");
        }
        return numbers;
    }

    private static List<?> list(Object value, String key) {
        return cast(value, List.class, key, "a list");
    }

    private Object member(String key) {
        if (!has(key)) {
            throw new IllegalArgumentException("\"" + key + "\" is missing in \"" + name + "\"");
        }
        return members.get(key);
    }

    private static <T> T cast(Object value, Class<T> type, String key, String wanted) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("\"" + key + "\" is not " + wanted);
        }
        return type.cast(value);
    }
}
