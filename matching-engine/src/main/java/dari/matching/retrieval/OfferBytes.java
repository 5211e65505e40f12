package dari.matching.retrieval;

import dari.matching.Offer;
import dari.matching.json.MatchingJson;
import dari.matching.permission.UseTerms;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Offers as indexes keep them. A ranking reads hundreds, which as JSON would take most of its time. What stands in an
 * index is only ever read by the {@link #FORMAT} that wrote it.
 */
public final class OfferBytes {

    /** Raised with every change of what is written, and with every component that {@link Offer} gains. */
    public static final String FORMAT = "2";

    private static final int BYTE = 0xFF;

    private OfferBytes() {}

    public static BytesRef of(Offer offer) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            write(offer, out);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    private static void write(Offer offer, DataOutput out) throws IOException {
        writeText(offer.id(), out);
        writeText(offer.kind(), out);
        writeText(offer.title(), out);
        writeText(offer.text(), out);
        writeList(offer.modalities(), out);
        writeList(offer.diseases(), out);
        writeList(offer.bodyParts(), out);
        writeList(offer.labels(), out);
        writeList(offer.formats(), out);
        writeList(offer.environments(), out);
        writeOptional(offer.region(), out);
        writeOptional(offer.persons(), out);
        writeOptional(offer.studies(), out);
        writeOptional(offer.yearFrom(), out);
        writeOptional(offer.yearTo(), out);
        writeOptional(offer.clinicianHours(), out);
        writeOptional(offer.accessDays(), out);
        writeOptional(offer.capacity(), out);
        writeOptional(offer.freeFrom() == null ? null : offer.freeFrom().toEpochDay(), out);
        byte[] terms =
                offer.terms() == null ? new byte[0] : MatchingJson.mapper().writeValueAsBytes(offer.terms());
        out.writeVInt(terms.length);
        out.writeBytes(terms, terms.length);
        writeList(offer.wants(), out);
        writeOptional(offer.hospital(), out);
    }

    private static void writeList(List<String> list, DataOutput out) throws IOException {
        out.writeVInt(list.size());
        for (String element : list) {
            writeText(element, out);
        }
    }

    private static void writeOptional(@Nullable String text, DataOutput out) throws IOException {
        out.writeByte((byte) (text == null ? 0 : 1));
        if (text != null) {
            writeText(text, out);
        }
    }

    private static void writeOptional(@Nullable Number number, DataOutput out) throws IOException {
        out.writeByte((byte) (number == null ? 0 : 1));
        if (number != null) {
            out.writeZLong(number.longValue());
        }
    }

    /** A byte a letter where that is enough, else two: read by copying, where UTF-8 would be decoded letter by letter. */
    private static void writeText(String text, DataOutput out) throws IOException {
        boolean wide = text.chars().anyMatch(letter -> letter > BYTE);
        out.writeVInt(text.length() << 1 | (wide ? 1 : 0));
        for (int i = 0; i < text.length(); i++) {
            if (wide) {
                out.writeShort((short) text.charAt(i));
            } else {
                out.writeByte((byte) text.charAt(i));
            }
        }
    }

    /** Reads the offers of one search, which mostly repeat a few terms of use. For one thread. */
    public static final class Reader {

        private final Map<BytesRef, UseTerms> known = new HashMap<>();

        public Offer read(BytesRef bytes) throws IOException {
            ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
            return new Offer(
                    letters(bytes.bytes, in),
                    letters(bytes.bytes, in),
                    letters(bytes.bytes, in),
                    letters(bytes.bytes, in),
                    list(bytes.bytes, in),
                    list(bytes.bytes, in),
                    list(bytes.bytes, in),
                    list(bytes.bytes, in),
                    list(bytes.bytes, in),
                    list(bytes.bytes, in),
                    text(bytes.bytes, in),
                    number(in),
                    number(in),
                    small(in),
                    small(in),
                    small(in),
                    small(in),
                    small(in),
                    day(in),
                    terms(bytes, in),
                    list(bytes.bytes, in),
                    text(bytes.bytes, in));
        }

        private static String letters(byte[] bytes, ByteArrayDataInput in) {
            int header = in.readVInt();
            int length = header >>> 1;
            int start = in.getPosition();
            if ((header & 1) == 0) {
                in.skipBytes(length);
                return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
            }
            char[] letters = new char[length];
            ByteBuffer.wrap(bytes, start, length * Character.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN) // as Lucene writes
                    .asCharBuffer()
                    .get(letters);
            in.skipBytes((long) length * Character.BYTES);
            return new String(letters);
        }

        private static List<String> list(byte[] bytes, ByteArrayDataInput in) throws IOException {
            String[] list = new String[in.readVInt()];
            for (int i = 0; i < list.length; i++) {
                list[i] = letters(bytes, in);
            }
            return List.of(list);
        }

        private static @Nullable String text(byte[] bytes, ByteArrayDataInput in) throws IOException {
            return in.readByte() == 0 ? null : letters(bytes, in);
        }

        private static @Nullable Long number(ByteArrayDataInput in) throws IOException {
            return in.readByte() == 0 ? null : in.readZLong();
        }

        private static @Nullable Integer small(ByteArrayDataInput in) throws IOException {
            return in.readByte() == 0 ? null : Math.toIntExact(in.readZLong());
        }

        private static @Nullable LocalDate day(ByteArrayDataInput in) throws IOException {
            return in.readByte() == 0 ? null : LocalDate.ofEpochDay(in.readZLong());
        }

        private @Nullable UseTerms terms(BytesRef bytes, ByteArrayDataInput in) {
            int length = in.readVInt();
            if (length == 0) {
                return null;
            }
            BytesRef json = new BytesRef(bytes.bytes, in.getPosition(), length);
            in.skipBytes(length);
            return known.computeIfAbsent(
                    json, terms -> MatchingJson.mapper().readValue(terms.bytes, terms.offset, length, UseTerms.class));
        }
    }
}
