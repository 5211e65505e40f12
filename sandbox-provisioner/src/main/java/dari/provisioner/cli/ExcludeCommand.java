package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.agent.Agents;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.WorkFolder;
import dari.provisioner.exclude.ExclusionLine;
import dari.provisioner.exclude.ExclusionLine.Act;
import dari.provisioner.exclude.ExclusionList;
import dari.provisioner.exclude.Exclusions;
import dari.provisioner.exclude.KeptLists;
import dari.provisioner.pipeline.ProvisioningRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "exclude",
        description = "The patients who asked to be left out, one list a source; it never leaves the hospital.",
        mixinStandardHelpOptions = true)
final class ExcludeCommand {

    private static final String DEFAULT_STATE = "agent-state";

    private final Console console;

    ExcludeCommand(Console console) {
        this.console = console;
    }

    /** Which list, and who is at work. */
    static final class Kept {

        @Option(names = "--source", required = true, description = "The source's name in the sources file.")
        private String source = "";

        @Option(names = "--state", defaultValue = DEFAULT_STATE, description = "The agent's state directory.")
        private Path state = Path.of(DEFAULT_STATE);

        @Option(names = "--by", defaultValue = "steward", description = "Who does it.")
        private String by = "steward";

        KeptLists lists() {
            if (!source.matches("[a-z0-9-]{1,60}")) {
                throw new BadInput("--source " + source, "is no name of a source", "give the name in the sources file");
            }
            return new KeptLists(state);
        }

        Path list() {
            return lists().file(source);
        }
    }

    @Command(name = "columns", description = "Says where the source names persons; before the first job.")
    int columns(
            @Mixin Kept kept,
            @Option(
                            names = "--person",
                            required = true,
                            split = ",",
                            description = "COLUMN in every table that has it, or TABLE.COLUMN; several with commas.")
                    List<String> columns,
            @Option(names = "--no-person", split = ",", description = "Tables that name nobody.") @Nullable
                    List<String> impersonal) {
        write(kept, Act.COLUMNS, "", List.of(), columns, impersonal == null ? List.of() : impersonal);
        return ExitCode.DONE.number();
    }

    @Command(name = "add", description = "Adds persons, one id a line; an empty file says that nobody new asked.")
    int add(
            @Mixin Kept kept,
            @Parameters(paramLabel = "FILE", arity = "0..1", description = "Ids as in the source; else standard input.")
                    @Nullable
                    Path file) {
        List<String> ids = ids(file);
        write(kept, ids.isEmpty() ? Act.CHECK : Act.ADD, "", ids, List.of(), List.of());
        return ExitCode.DONE.number();
    }

    @Command(name = "remove", description = "Takes persons out again; why is written down for good.")
    int remove(
            @Mixin Kept kept,
            @Option(names = "--reason", required = true, description = "Why, for example who asked to be back in.")
                    String reason,
            @Parameters(
                            paramLabel = "FILE",
                            arity = "0..1",
                            description = "Ids as they were added; else standard input.")
                    @Nullable
                    Path file) {
        List<String> ids = ids(file);
        Set<String> there = ExclusionList.read(kept.list()).now().persons().persons();
        long absent = ids.stream().filter(id -> !there.contains(id)).count();
        if (reason.isBlank() || ids.isEmpty() || absent > 0) {
            throw new BadInput(
                    file == null ? "standard input" : file.toString(),
                    reason.isBlank() ? "has no --reason" : absent + " of " + ids.size() + " ids are not in the list",
                    "give a reason and the ids exactly as they were added");
        }
        write(kept, Act.REMOVE, reason, ids, List.of(), List.of());
        return ExitCode.DONE.number();
    }

    @Command(name = "show", description = "The list's date, its numbers and its acts; never who.")
    int show(
            @Mixin Kept kept,
            @Option(names = "--sources", description = "The sources file: counts also who is not in the source.")
                    @Nullable
                    Path sources) {
        ExclusionList list = ExclusionList.read(kept.list());
        for (ExclusionLine line : list.lines()) {
            console.out()
                    .println(line.at() + " " + line.act() + " "
                            + (line.persons().isEmpty()
                                    ? String.join(",", line.columns())
                                    : line.persons().size())
                            + " by " + line.by() + (line.reason().isBlank() ? "" : ": " + line.reason()));
        }
        print(list.now());
        if (sources != null) {
            console.out()
                    .println(unknown(Agents.source(sources, kept.source), list.now())
                            + " of them are not in the source");
        }
        return ExitCode.DONE.number();
    }

    private static long unknown(Path source, Exclusions exclusions) {
        try (WorkFolder work = WorkFolder.create();
                DuckDb engine = DuckDb.open(ProvisioningRequest.DEFAULT_MEMORY, work.path())) {
            return SourceDirectory.open(engine, source, name -> 0, exclusions.persons())
                    .unknownPersons();
        }
    }

    private void write(
            Kept kept, Act act, String reason, List<String> ids, List<String> columns, List<String> impersonal) {
        KeptLists lists = kept.lists();
        lists.obeyed(kept.source); // an older list is not gone on from
        ExclusionList.append(
                kept.list(),
                new ExclusionLine(act, console.clock().instant(), kept.by, reason, ids, columns, impersonal));
        lists.obeyed(kept.source).ifPresent(this::print);
    }

    private void print(Exclusions now) {
        console.out()
                .println("exclusion list as of " + now.asOf() + ", persons: "
                        + now.persons().persons().size());
        if (now.persons().columns().isEmpty()) {
            console.out().println("no job runs before agent exclude columns says where the source names persons");
        }
    }

    private static List<String> ids(@Nullable Path file) {
        try {
            byte[] bytes = file == null ? System.in.readAllBytes() : Files.readAllBytes(file);
            return new String(bytes, StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .lines()
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new BadInput(String.valueOf(file), "cannot be read", "give a file with one id a line");
        }
    }
}
