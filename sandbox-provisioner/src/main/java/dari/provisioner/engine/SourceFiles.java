package dari.provisioner.engine;

import dari.provisioner.BadInput;
import dari.provisioner.SourceProblem;
import dari.provisioner.SurroundingsFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which files of a source directory belong to which table: {@code TABLE.csv}; or all of {@code TABLE.part-1.csv},
 * {@code TABLE.part-2.csv} …; or all files of a folder {@code TABLE}.
 */
final class SourceFiles {

    private static final Pattern PART = Pattern.compile("(.+)\\.part-[0-9]+", Pattern.CASE_INSENSITIVE);

    private final List<String> endings;
    private final Map<String, Table> tables = new TreeMap<>();

    private SourceFiles(List<String> endings) {
        this.endings = endings;
    }

    /** @param files in the order of their names */
    record Table(String name, List<Path> files, boolean inParts) {
        boolean isParquet() {
            return lowerName(files.get(0)).endsWith(".parquet");
        }
    }

    /** Files of a directory and of its folders that end in one of the endings, in the order of their names. */
    static List<Path> ending(Path directory, List<String> endings) {
        SourceFiles wanted = new SourceFiles(endings);
        return list(directory).stream()
                .flatMap(entry -> Files.isDirectory(entry) ? list(entry).stream() : Stream.of(entry))
                .filter(wanted::isTable)
                .toList();
    }

    /** @return tables by lower-case name */
    static Map<String, Table> of(Path directory, List<String> endings) {
        SourceFiles found = new SourceFiles(endings);
        for (Path entry : list(directory)) {
            if (Files.isDirectory(entry)) {
                String name = entry.getFileName().toString();
                list(entry).stream().filter(found::isTable).forEach(file -> found.add(name, file, true));
            } else if (found.isTable(entry)) {
                String name = found.withoutEnding(entry);
                Matcher part = PART.matcher(name);
                found.add(part.matches() ? part.group(1) : name, entry, part.matches());
            }
        }
        return found.tables;
    }

    private void add(String name, Path file, boolean inParts) {
        String key = name.toLowerCase(Locale.ROOT);
        Table known = tables.get(key);
        if (known == null) {
            tables.put(key, new Table(name, List.of(file), inParts));
            return;
        }
        boolean sameKind = known.isParquet() == lowerName(file).endsWith(".parquet");
        if (!known.inParts() || !inParts || !sameKind) {
            throw new BadInput(
                    SourceProblem.TWICE,
                    file.toString(),
                    "is a second file of table " + known.name(),
                    "keep one file per table, or name all parts " + name + ".part-1.csv, " + name + ".part-2.csv");
        }
        List<Path> files = new ArrayList<>(known.files());
        files.add(file);
        tables.put(key, new Table(known.name(), List.copyOf(files), true));
    }

    private boolean isTable(Path file) {
        return Files.isRegularFile(file) && endings.stream().anyMatch(lowerName(file)::endsWith);
    }

    private String withoutEnding(Path file) {
        String name = file.getFileName().toString();
        int longest = endings.stream()
                .filter(lowerName(file)::endsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return name.substring(0, name.length() - longest);
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(entry -> !lowerName(entry).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SurroundingsFailed("the source directory cannot be listed", e);
        }
    }

    private static String lowerName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
