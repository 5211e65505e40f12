package dari.admin.figures;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP that is written as it is made, each file hashed on its way; nothing of it is held but names and hashes. */
final class EvidenceZip implements EvidenceSource.Folder {

    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();

    /**
     * @param sha256 64 hex digits
     * @param size bytes
     */
    record Entry(String path, String titleKey, String sha256, long size) {}

    EvidenceZip(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    @Override
    public void text(String path, String titleKey, EvidenceSource.TextContent content) throws IOException {
        bytes(path, titleKey, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            content.writeTo(writer);
            writer.flush();
        });
    }

    @Override
    public void bytes(String path, String titleKey, EvidenceSource.ByteContent content) throws IOException {
        if (!path.matches("[a-z0-9-]+(/[a-z0-9-]+)*\\.[a-z]+") || !paths.add(path)) {
            throw new IllegalArgumentException("no path, or one twice: " + path);
        }
        zip.putNextEntry(new ZipEntry(path));
        MessageDigest digest = sha256();
        Counted counted = new Counted(new DigestOutputStream(zip, digest));
        content.writeTo(counted);
        counted.flush();
        zip.closeEntry();
        entries.add(new Entry(path, titleKey, HexFormat.of().formatHex(digest.digest()), counted.size));
    }

    /** What was written so far, in that order. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform must have it
        }
    }

    /** Counts, and is not closed by whoever writes into it. */
    private static final class Counted extends FilterOutputStream {

        private long size;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            size += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
