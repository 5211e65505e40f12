package dari.matching.cli;

import dari.matching.json.MatchingJson;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.matching.permission.duos.DuoTerm;
import dari.matching.permission.duos.DuoTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "duo",
        description = "Turns data-use terms into ids of the Data Use Ontology, and ids into terms, line by line.",
        mixinStandardHelpOptions = true)
final class DuoCommand implements Callable<Integer> {

    @Option(
            names = "--in",
            required = true,
            description =
                    "Lines of {\"id\",\"duo\":[\"DUO:0000042\",{\"id\",\"details\":[…]}]} or {\"id\",\"dataUse\":{…}}.")
    private Path in = Path.of("");

    @Option(names = "--out", required = true, description = "The same lines in the other form.")
    private Path out = Path.of("");

    /** A line in the other form. */
    private sealed interface Turned {
        String id();
    }

    /** Terms as they are written. */
    record Terms(String id, UseTerms dataUse) implements Turned {}

    /** Ids as they are written; {@code unsaid} are fields that the ontology has no term for. */
    record Ids(String id, List<DuoTerm> duo, List<String> unsaid) implements Turned {}

    @Override
    public Integer call() throws IOException {
        OutputFile.distinct(out, in);
        List<Turned> turned = JsonFiles.lines(in, DuoCommand::turned, Turned::id);
        OutputFile.write(out, writer -> {
            for (Turned line : turned) {
                writer.write(MatchingJson.mapper().writeValueAsString(line));
                writer.write('\n');
            }
        });
        return ExitCode.DONE.number();
    }

    private static Turned turned(ObjectNode object) {
        String id = Fields.text(object, "id");
        if (object.has("duo")) {
            Fields.only(object, Set.of("id", "duo", "unsaid"));
            return new Terms(id, DuoTerms.read(duo(object)));
        }
        Fields.only(object, Set.of("id", "dataUse"));
        DuoTerms.Written written = DuoTerms.write(MatchingJson.terms(Fields.object(object, "dataUse")));
        return new Ids(
                id, written.terms(), written.unsaid().stream().map(Term::field).toList());
    }

    private static List<DuoTerm> duo(ObjectNode object) {
        List<DuoTerm> terms = new ArrayList<>();
        for (JsonNode element : Fields.array(object, "duo")) {
            if (element instanceof ObjectNode term) {
                Fields.only(term, Set.of("id", "details"));
                terms.add(new DuoTerm(
                        Fields.text(term, "id"), term.has("details") ? Fields.texts(term, "details") : List.of()));
            } else {
                terms.add(new DuoTerm(Fields.element(element, "duo"), List.of()));
            }
        }
        return terms;
    }
}
