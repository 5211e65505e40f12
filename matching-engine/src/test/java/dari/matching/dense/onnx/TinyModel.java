package dari.matching.dense.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The smallest model with the shape of a sentence model: one table, from which each piece's vector is taken. Written in
 * ONNX's own form, a protocol buffer (onnx.proto3: the numbers are its field numbers).
 */
final class TinyModel {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private TinyModel() {}

    /** @param input name of the input that holds the numbers of the pieces */
    static byte[] of(float[][] table, String input) {
        ByteBuffer raw = ByteBuffer.allocate(4 * table.length * table[0].length).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : table) {
            for (float value : row) {
                raw.putFloat(value);
            }
        }
        byte[] initializer = message(
                number(1, table.length),
                number(1, table[0].length),
                number(2, FLOAT),
                text(8, "table"),
                bytes(9, raw.array()));
        byte[] gather = message(text(1, "table"), text(1, input), text(2, "states"), text(4, "Gather"));
        byte[] graph = message(
                bytes(1, gather),
                text(2, "tiny"),
                bytes(5, initializer),
                bytes(11, value(input, INT64, "batch", "length")),
                bytes(12, value("states", FLOAT, "batch", "length", "width")));
        return message(number(1, 7), bytes(7, graph), bytes(8, message(number(2, 13))));
    }

    private static byte[] value(String name, int type, String... dimensions) {
        ByteArrayOutputStream shape = new ByteArrayOutputStream();
        for (String dimension : dimensions) {
            shape.writeBytes(bytes(1, message(text(2, dimension))));
        }
        byte[] tensor = message(number(1, type), bytes(2, shape.toByteArray()));
        return message(text(1, name), bytes(2, message(bytes(1, tensor))));
    }

    private static byte[] message(byte[]... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] field : fields) {
            out.writeBytes(field);
        }
        return out.toByteArray();
    }

    private static byte[] number(int field, long value) {
        return message(variable((long) field << 3), variable(value));
    }

    private static byte[] text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int field, byte[] value) {
        return message(variable((long) field << 3 | 2), variable(value.length), value);
    }

    private static byte[] variable(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = value;
        while (rest > 127) {
            out.write((int) (rest & 127 | 128));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }
}
