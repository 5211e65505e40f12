package dari.matching.cli;

import dari.matching.vocabulary.imported.ImportRefused;
import dari.matching.vocabulary.imported.ImportedVocabulary;
import dari.matching.vocabulary.imported.KcdImport;
import dari.matching.vocabulary.imported.SnomedImport;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "import",
        description = "Makes a vocabulary file from a classification that you have a licence for.",
        mixinStandardHelpOptions = true)
final class VocabularyImportCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--kcd", description = "The table of KCD codes as CSV or TSV, in UTF-8 or MS949.")
    private @Nullable Path kcd;

    @Option(
            names = "--columns",
            split = ",",
            description = "Headings of code, Korean and English name in the KCD table. Default: ${DEFAULT-VALUE}.")
    private List<String> columns = List.of(
            KcdImport.Columns.USUAL.code(), KcdImport.Columns.USUAL.korean(), KcdImport.Columns.USUAL.english());

    @Option(names = "--snomed", description = "The folder of an unpacked SNOMED CT release (RF2 snapshot).")
    private @Nullable Path snomed;

    @Option(
            names = "--language",
            description = "Language of the SNOMED CT names beside English. Default: ${DEFAULT-VALUE}.")
    private String language = "ko";

    @Option(names = "--root", description = "SNOMED CT concept to take with all below it. Default: ${DEFAULT-VALUE}.")
    private long root = SnomedImport.DISEASE;

    @Option(names = "--kind", description = "Kind of the concepts made of SNOMED CT. Default: ${DEFAULT-VALUE}.")
    private String kind = "disease";

    @Option(names = "--out", required = true, description = "The file to write.")
    private Path out = Path.of("");

    VocabularyImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try {
            ImportedVocabulary imported = imported();
            OutputFile.write(out, imported::write);
            console.out()
                    .println(imported.concepts().size() + " concepts; " + imported.leftOut()
                            + " left out without a name in both languages");
            return ExitCode.DONE.number();
        } catch (ImportRefused e) {
            // each bad line has a line of its own
            console.err().println(e.getMessage());
            return ExitCode.BAD_INPUT.number();
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new BadInput(e.getMessage() + ": is not there; name a file for --kcd, a folder for --snomed");
        }
    }

    private ImportedVocabulary imported() throws IOException {
        Path table = kcd;
        Path release = snomed;
        if (table != null && release == null) {
            if (columns.size() != 3) {
                throw new BadInput("--columns: expected three headings with commas between, was " + columns);
            }
            return KcdImport.read(table, new KcdImport.Columns(columns.get(0), columns.get(1), columns.get(2)));
        }
        if (release != null && table == null) {
            if (!kind.matches("[a-z]+")) {
                throw new BadInput("--kind: must be small letters, was " + kind);
            }
            return SnomedImport.read(release, language, root, kind);
        }
        throw new BadInput("vocabulary import: name one source, --kcd FILE or --snomed DIR");
    }
}
