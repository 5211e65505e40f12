package dari.matching.cli;

import dari.matching.evaluation.Judgements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The three files of a collection in the BEIR layout, for every command that measures on one. */
final class CollectionFiles {

    @Option(
            names = "--corpus",
            required = true,
            description = "Lines of {\"_id\",\"title\",\"text\"}; .gz is unpacked.")
    private Path corpus = Path.of("");

    @Option(names = "--queries", required = true, description = "Lines of {\"_id\",\"text\"}.")
    private Path queries = Path.of("");

    @Option(
            names = "--qrels",
            required = true,
            description = "Tabs: query-id, corpus-id, score; with or without a header line.")
    private Path qrels = Path.of("");

    private record Query(String id, String text) {}

    /**
     * A collection that is sound.
     *
     * @param questions the text of every question that has an answer, by its id
     */
    record Read(Collection documents, Map<String, String> questions, Judgements judgements) {}

    /** Refuses a result that would take the place of what is read. */
    void areNot(@Nullable Path out) throws IOException {
        OutputFile.distinct(out, corpus, queries, qrels);
    }

    /** @throws BadInput with file and line, before anything is built */
    Read read() throws IOException {
        Judgements judgements = JudgementFile.read(qrels);
        Map<String, String> texts =
                JsonFiles.lines(queries, object -> new Query(Collection.id(object), Collection.text(object)), Query::id)
                        .stream()
                        .collect(Collectors.toMap(Query::id, Query::text));
        Map<String, String> questions = new LinkedHashMap<>();
        for (String id : judgements.queries()) {
            String text = texts.get(id);
            if (text == null) {
                throw new BadInput(qrels + ": query " + id + " is not in " + queries);
            }
            questions.put(id, text);
        }
        if (questions.isEmpty()) {
            throw new BadInput(qrels + ": judges no document as an answer");
        }
        Collection documents = new Collection(corpus);
        documents.check();
        return new Read(documents, questions, judgements);
    }
}
