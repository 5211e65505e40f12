package dari.provisioner.exclude;

import dari.provisioner.BadInput;
import dari.provisioner.Sha256;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.engine.ExcludedPersons;
import dari.provisioner.exclude.ExclusionLine.Act;
import dari.provisioner.json.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/**
 * The patients of one source who asked to be left out, in a file for its owner only. Each line is a hash, a tab and an
 * {@link ExclusionLine}; the hash covers the line and the hash before, so that no line can be changed, moved or taken out of the
 * middle unseen. It never leaves the hospital.
 */
public final class ExclusionList {

    /** Whose days are counted, as in all of Dari's dates. */
    private static final ZoneId DAYS = ZoneId.of("Asia/Seoul");

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final ObjectWriter ONE_LINE = Json.mapper().writer().without(SerializationFeature.INDENT_OUTPUT);
    private static final String START = "0".repeat(64);

    private final Path file;
    private final List<ExclusionLine> lines = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();

    private ExclusionList(Path file) {
        this.file = file;
    }

    /**
     * Reads and checks every line.
     *
     * @throws BadInput when there is no such file
     * @throws ExclusionListBehind when a line does not fit the one before
     */
    public static ExclusionList read(Path file) {
        ExclusionList list = new ExclusionList(file);
        try {
            for (String line : Files.readAllLines(file)) {
                list.take(line);
            }
        } catch (IOException e) {
            throw new BadInput(file.toString(), "is no exclusion list", "make one with: agent exclude add");
        }
        if (list.lines.isEmpty()) {
            throw new BadInput(file.toString(), "is an empty exclusion list", "make one with: agent exclude add");
        }
        return list;
    }

    private void take(String line) {
        int tab = line.indexOf('\t');
        String hash = tab < 0 ? "" : line.substring(0, tab);
        String text = line.substring(tab + 1);
        if (!hash.equals(hash(head(), text))) {
            throw new ExclusionListBehind(file + ":" + (lines.size() + 1) + ": the exclusion list was changed");
        }
        lines.add(Json.parse(text, ExclusionLine.class, file + ":" + (lines.size() + 1)));
        hashes.add(hash);
    }

    /**
     * Adds a line, and makes the file when it is not there.
     *
     * @return the list with it
     */
    public static ExclusionList append(Path file, ExclusionLine line) {
        try {
            Path whole = file.toAbsolutePath();
            Files.createDirectories(whole.getParent());
            Path lock = whole.resolveSibling(whole.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                ExclusionList list = Files.exists(whole) && held.isValid() ? read(whole) : new ExclusionList(whole);
                list.add(line);
                return list;
            }
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write " + file, e);
        }
    }

    /** The whole file anew, visible by one rename: a crash leaves the old list or the new one. */
    private void add(ExclusionLine line) throws IOException {
        String text = ONE_LINE.writeValueAsString(line);
        String all = (Files.exists(file) ? Files.readString(file) : "") + hash(head(), text) + "\t" + text + "\n";
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, OWNER_ONLY);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(all));
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        lines.add(line);
        hashes.add(hash(head(), text));
    }

    private static String hash(String previous, String text) {
        return Sha256.hex((previous + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    private String head() {
        return hashes.isEmpty() ? START : hashes.get(hashes.size() - 1);
    }

    public List<ExclusionLine> lines() {
        return List.copyOf(lines);
    }

    /** Who is left out now, and since when the list is what it is. */
    public Exclusions now() {
        Set<String> persons = new LinkedHashSet<>();
        List<String> columns = List.of();
        Set<String> impersonal = Set.of();
        for (ExclusionLine line : lines) {
            switch (line.act()) {
                case ADD -> persons.addAll(line.persons());
                case REMOVE -> line.persons().forEach(persons::remove);
                case COLUMNS -> {
                    columns = line.columns();
                    impersonal = new HashSet<>(line.impersonal());
                }
                case CHECK -> {
                    // the date alone
                }
            }
        }
        return new Exclusions(new ExcludedPersons(persons, columns, impersonal), asOf(), lines.size(), head());
    }

    /** Where persons are named tells nothing of whether the list of them is up to date. */
    private LocalDate asOf() {
        List<ExclusionLine> dated =
                lines.stream().filter(line -> line.act() != Act.COLUMNS).toList();
        List<ExclusionLine> from = dated.isEmpty() ? lines : dated;
        return from.get(from.size() - 1).at().atZone(DAYS).toLocalDate();
    }

    /** @throws ExclusionListBehind unless this list goes on from a line that was obeyed before */
    void requireGoesOnFrom(long sequence, String hash) {
        if (sequence > lines.size() || !hashes.get((int) sequence - 1).equals(hash)) {
            throw new ExclusionListBehind("the exclusion list " + file.getFileName()
                    + " is older than one that was obeyed before: put the newest back");
        }
    }
}
