package io.github.nbodylab.experiment.trainingset.source;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nom.tam.fits.AsciiTable;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import nom.tam.fits.TableHDU;

/**
 * One column of a FITS table. A number is TZERO + TSCAL times what is stored; it is missing where TNULL or NaN is stored.
 *
 * @param table which has it
 * @param index from 0
 * @param name TTYPE
 */
record FitsColumn(TableHDU<?> table, int index, String name) {

    private static final String ONE_VALUE =
            "; a column must have one value a row: make a column of each element that is wanted";

    /** Reads it; complains and returns nothing if it has not one value in each row. */
    Optional<SourceColumn> read(List<String> problems) throws FitsException {
        if (table.getData() instanceof BinaryTable binary && isVector(binary, problems)) {
            return Optional.empty();
        }
        Object[] values = new Object[table.getNRows()];
        Object stored = table.getColumn(index);
        boolean text = false;
        for (int row = 0; row < values.length; row++) {
            values[row] = value(row, stored);
            text |= values[row] instanceof String || values[row] instanceof Boolean;
        }
        String unit = header().getStringValue("TUNIT" + (index + 1));
        String known = unit == null ? "" : unit.strip();
        if (!text) {
            return Optional.of(numbers(known, values));
        }
        String[] texts = new String[values.length];
        for (int row = 0; row < texts.length; row++) {
            texts[row] = values[row] == null ? "" : values[row].toString();
        }
        return Optional.of(SourceColumn.ofTexts(name, known, texts));
    }

    private boolean isVector(BinaryTable binary, List<String> problems) throws FitsException {
        BinaryTable.ColumnDesc column = binary.getDescriptor(index);
        String format = header().getStringValue("TFORM" + (index + 1));
        if (column.isVariableSize() || column.isComplex() || column.isBits() || !column.isSingleton()) {
            problems.add("the column '" + name + "' has the form " + format.strip() + ONE_VALUE);
            return true;
        }
        return false;
    }

    /** What is stored: a Number, a Boolean, a String, or null where nothing is. */
    private Object value(int row, Object stored) throws FitsException {
        if (table.getData() instanceof AsciiTable ascii) {
            return ascii.isNull(row, index) ? null : text(Array.get(stored, row));
        }
        BinaryTable binary = (BinaryTable) table.getData();
        if (binary.getDescriptor(index).isLogical()) {
            return binary.getLogical(row, index);
        }
        Object value = Array.get(stored, row);
        return value instanceof Byte signed ? (Object) Byte.toUnsignedInt(signed) : text(value);
    }

    /** FITS pads texts with blanks, or ends them with a zero. */
    private static Object text(Object value) {
        if (value instanceof String text) {
            int end = text.indexOf('\0');
            return (end < 0 ? text : text.substring(0, end)).strip();
        }
        return value;
    }

    private SourceColumn numbers(String unit, Object[] stored) {
        double scale = header().getDoubleValue("TSCAL" + (index + 1), 1);
        double zero = header().getDoubleValue("TZERO" + (index + 1), 0);
        boolean real = Arrays.stream(stored).anyMatch(value -> value instanceof Double || value instanceof Float);
        boolean whole = !real && scale == 1 && zero == StrictMath.rint(zero);
        double[] numbers = new double[stored.length];
        String[] digits = new String[stored.length];
        for (int row = 0; row < numbers.length; row++) {
            Number value = (Number) stored[row];
            if (value == null || (!real && isBlank(value))) {
                numbers[row] = Double.NaN;
            } else if (whole) { // exact, for unsigned numbers are stored less half their range
                BigInteger exact = BigInteger.valueOf(value.longValue()).add(new BigDecimal(zero).toBigInteger());
                numbers[row] = exact.doubleValue();
                digits[row] = exact.toString();
            } else {
                numbers[row] = value.doubleValue() * scale + zero;
            }
        }
        return whole ? SourceColumn.ofWholes(name, unit, numbers, digits) : SourceColumn.ofNumbers(name, unit, numbers);
    }

    /** Whether a whole number of a binary table stands for none; in an ASCII table TNULL is a text. */
    private boolean isBlank(Number value) {
        String key = "TNULL" + (index + 1);
        return table.getData() instanceof BinaryTable
                && header().containsKey(key)
                && value.longValue() == header().getLongValue(key);
    }

    private Header header() {
        return table.getHeader();
    }
}
