package dari.exports.scan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A PNG picture, chunk by chunk (PNG specification, section 5): what it hides is not in its pixels. */
final class PngFile {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int AROUND_DATA = 12;
    private static final Set<String> TEXTS = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "iCCP", "sPLT");

    /** What a still picture is made of (sections 11.2 and 11.3); a chunk of another type shows nothing and may hold anything. */
    private static final Set<String> SHOWN = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD",
            "hIST", "pHYs", "tIME");

    private PngFile() {}

    static boolean isPng(byte[] content) {
        return content.length > Long.BYTES && ByteBuffer.wrap(content).getLong() == SIGNATURE;
    }

    static boolean isJpeg(byte[] content) {
        return content.length > 2 && (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xd8;
    }

    /** Whether the chunks do not end with the file, or one of them belongs to no picture. */
    static boolean hides(byte[] content) {
        return hides(chunks(content), content);
    }

    private static boolean hides(Chunks chunks, byte[] content) {
        return chunks.end() != content.length
                || !chunks.types().stream().allMatch(type -> SHOWN.contains(type) || TEXTS.contains(type));
    }

    static List<Finding> findings(byte[] content) {
        Chunks chunks = chunks(content);
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.note("pictures", null));
        if (hides(chunks, content)) {
            findings.add(Finding.blocks("hidden"));
        }
        long texts = chunks.types().stream().filter(TEXTS::contains).count();
        if (texts > 0) {
            findings.add(Finding.look("pictureTexts", texts, null, List.of()));
        }
        return findings;
    }

    /** @param end the byte behind the last chunk; -1 where they are no chunks */
    private record Chunks(List<String> types, long end) {}

    private static Chunks chunks(byte[] content) {
        List<String> types = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(content);
        bytes.position(Long.BYTES);
        while (bytes.remaining() >= AROUND_DATA) {
            int length = bytes.getInt();
            byte[] type = new byte[4];
            bytes.get(type);
            if (length < 0 || length > bytes.remaining() - 4) {
                return new Chunks(types, -1);
            }
            bytes.position(bytes.position() + length + 4);
            String name = new String(type, StandardCharsets.US_ASCII);
            types.add(name);
            if (name.equals("IEND")) {
                return new Chunks(types, bytes.position());
            }
        }
        return new Chunks(types, -1);
    }
}
