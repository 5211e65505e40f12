package dari.matching.cli;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The lines of a UTF-8 file, one after the other, unpacked when its name ends in .gz; without a byte order mark. */
final class TextLines implements AutoCloseable {

    private final Path file;
    private final BufferedReader reader;
    private int number;

    private TextLines(Path file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** @throws BadInput when there is no such file or it is no file */
    static TextLines of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + ": is a directory; name a file");
        }
        try {
            return new TextLines(file, open(file));
        } catch (NoSuchFileException e) {
            throw new BadInput(file + ": there is no such file");
        } catch (ZipException | EOFException e) {
            throw unsoundGzip(file);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return new BufferedReader(new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The next line without its end, null after the last. */
    @Nullable
    String next() throws IOException {
        try {
            String line = reader.readLine();
            number += line == null ? 0 : 1;
            return line != null && number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        } catch (CharacterCodingException e) {
            throw new BadInput(file + ": is not UTF-8 after line " + number + "; save it as UTF-8");
        } catch (ZipException | EOFException e) {
            throw unsoundGzip(file);
        }
    }

    /** Number of the line that came last; the first has 1. */
    int number() {
        return number;
    }

    private static BadInput unsoundGzip(Path file) {
        return new BadInput(file + ": is no sound gzip file");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
