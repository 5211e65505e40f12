package dari.matching.dense;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An encoder that remembers the vectors of documents in a file, by the SHA-256 of the encoder's name and the text, so
 * that an index is built again without reading the same texts once more. The file only grows: records of hash and
 * vector; what an interruption left half-written at its end is cut off. One process at a time; thread-safe.
 */
public final class VectorFile implements Encoder {

    private static final int HASH_BYTES = 32;

    private final Encoder encoder;
    private final FileChannel channel;
    private final int recordBytes;
    private final Map<ByteBuffer, Long> places = new HashMap<>();

    private VectorFile(Encoder encoder, FileChannel channel) throws IOException {
        this.encoder = encoder;
        this.channel = channel;
        this.recordBytes = HASH_BYTES + Float.BYTES * encoder.dimensions();
        long whole = channel.size() / recordBytes;
        for (long i = 0; i < whole; i++) {
            places.put(read(i * recordBytes, HASH_BYTES), i * recordBytes);
        }
        channel.truncate(whole * recordBytes);
    }

    /**
     * @param encoder with at least one dimension; closed together with the file
     * @param file made when it is not there; each encoder has one of its own
     * @throws IOException when the file cannot be used, also while another process does
     */
    public static Encoder remembering(Encoder encoder, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new IOException(file + " is used by another process");
            }
            return new VectorFile(encoder, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return encoder.name();
    }

    @Override
    public int dimensions() {
        return encoder.dimensions();
    }

    @Override
    public float @Nullable [] ofQuery(String text) {
        return encoder.ofQuery(text);
    }

    @Override
    public synchronized List<float @Nullable []> ofDocuments(List<String> texts) {
        float[][] vectors = new float[texts.size()][];
        List<Integer> missing = new ArrayList<>();
        try {
            for (int i = 0; i < vectors.length; i++) {
                Long place = places.get(hash(texts.get(i)));
                if (place == null) {
                    missing.add(i);
                } else {
                    vectors[i] = vector(place);
                }
            }
            List<float @Nullable []> fresh =
                    encoder.ofDocuments(missing.stream().map(texts::get).toList());
            for (int i = 0; i < missing.size(); i++) {
                float @Nullable [] vector = fresh.get(i);
                if (vector != null) {
                    vectors[missing.get(i)] = vector;
                    remember(hash(texts.get(missing.get(i))), vector);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file of vectors cannot be read or written", e);
        }
        return Arrays.asList(vectors);
    }

    private void remember(ByteBuffer hash, float[] vector) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(recordBytes).put(hash.duplicate());
        for (float value : vector) {
            bytes.putFloat(value);
        }
        long place = channel.size();
        bytes.flip();
        for (long at = place; bytes.hasRemaining(); ) {
            at += channel.write(bytes, at);
        }
        places.put(hash, place);
    }

    private float[] vector(long place) throws IOException {
        float[] vector = new float[encoder.dimensions()];
        read(place + HASH_BYTES, recordBytes - HASH_BYTES).asFloatBuffer().get(vector);
        return vector;
    }

    private ByteBuffer read(long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, place + bytes.position()) < 0) {
                throw new IOException("the file of vectors ends too early");
            }
        }
        return bytes.flip();
    }

    private ByteBuffer hash(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((encoder.name() + "\n").getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try (channel) {
            encoder.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of vectors cannot be closed", e);
        }
    }
}
