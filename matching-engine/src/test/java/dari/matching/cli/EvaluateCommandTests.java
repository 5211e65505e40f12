package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.json.MatchingJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Collections come in many small variations of one layout; all are measured alike, and what is wrong has its line. */
class EvaluateCommandTests {

    private static final String EVALUATE =
            "evaluate --corpus @corpus.jsonl --queries @queries.jsonl --qrels @qrels.tsv" + " --mode lexical";

    @TempDir
    Path folder;

    @BeforeEach
    void aSmallCollection() throws IOException {
        file("corpus.jsonl", """
                {"_id":"1","title":"Fundus photographs","text":"diabetic retinopathy grading"}
                {"_id":"2","title":"Chest","text":"lung nodules on CT"}
                {"_id":"3","title":"Ultrasound","text":"thyroid"}
                """);
        file("queries.jsonl", """
                {"_id":"a","text":"retinopathy"}
                {"_id":"b","text":"lung"}
                """);
        file("qrels.tsv", "query-id\tcorpus-id\tscore\na\t1\t1\nb\t2\t2\n");
    }

    @Test
    void aDocumentMayHaveNoTitleNoTextOrANumberForItsName() throws IOException {
        file("corpus.jsonl", """
                {"_id":1,"text":"diabetic retinopathy grading","metadata":{"url":"x"}}
                {"_id":2,"title":"lung nodules"}
                {"_id":3,"title":null,"text":"thyroid"}
                """);
        file("queries.jsonl", "{\"_id\":7,\"text\":\"retinopathy\"}\n{\"_id\":8,\"text\":\"lung\"}\n");
        file("qrels.tsv", "query-id\tcorpus-id\tscore\n7\t1\t1\n8\t2\t1\n");
        assertThat(figures("ndcg@10")).isEqualTo(1);
    }

    /** The first line is a judgement as soon as its third cell is a number. */
    @Test
    void judgementsMayHaveNoHeader() throws IOException {
        file("qrels.tsv", "a\t1\t1\r\nb\t2\t2\r\n");
        JsonNode figures = figures();
        assertThat(figures.path("queries").intValue()).isEqualTo(2);
        assertThat(figures.path("ndcg@10").doubleValue()).isEqualTo(1);
    }

    @Test
    void linesMayEndAsOnWindowsAndBeBlank() throws IOException {
        for (String name : new String[] {"corpus.jsonl", "queries.jsonl", "qrels.tsv"}) {
            file(name, Files.readString(folder.resolve(name)).replace("\n", "\r\n") + "\r\n");
        }
        assertThat(figures("ndcg@10")).isEqualTo(1);
    }

    @Test
    void everyFileMayBePacked() throws IOException {
        for (String name : new String[] {"corpus.jsonl", "queries.jsonl", "qrels.tsv"}) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".gz")))) {
                gzip.write(Files.readString(folder.resolve(name)).getBytes(StandardCharsets.UTF_8));
            }
        }
        CommandLineRun run = CommandLineRun.in(
                folder, EVALUATE.replace(".jsonl", ".jsonl.gz").replace(".tsv", ".tsv.gz"));
        assertThat(run.code()).as(run.err()).isZero();
    }

    /** Queries that nobody judged, or only as having no answer, do not count; documents that nobody judged are no answers. */
    @Test
    void onlyQueriesWithAnAnswerAreScored() throws IOException {
        file("queries.jsonl", """
                {"_id":"a","text":"retinopathy"}
                {"_id":"b","text":"lung"}
                {"_id":"c","text":"thyroid"}
                {"_id":"d","text":"nobody judged this"}
                """);
        file("qrels.tsv", "query-id\tcorpus-id\tscore\na\t1\t1\nb\t2\t2\nc\t1\t0\nb\tgone\t0\n");
        JsonNode figures = figures();
        assertThat(figures.path("queries").intValue()).isEqualTo(2);
        assertThat(figures.path("ndcg@10").doubleValue()).isEqualTo(1);
    }

    /** A relevant document that the collection does not hold was not found: as everywhere else, it is missing. */
    @Test
    void anAnswerOutsideTheCollectionIsMissed() throws IOException {
        file("qrels.tsv", "query-id\tcorpus-id\tscore\na\t1\t1\na\tgone\t1\n");
        assertThat(figures("recall@100")).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "corpus.jsonl|{'_id':'1'}~{'_id':'2'}~{'_id':'1'}|corpus.jsonl:3: id 1 stands twice",
                "corpus.jsonl|{'_id':1}~{'_id':'1'}|corpus.jsonl:2: id 1 stands twice",
                "corpus.jsonl|{'_id':'1'}~{'title':'x'}|corpus.jsonl:2: _id must be a text",
                "corpus.jsonl|{'_id':'1'}~{'_id':'2','text':7}|corpus.jsonl:2: text must be a text",
                "corpus.jsonl|{'_id':'1'}~{'_id':'2','text':'x'|corpus.jsonl:2",
                "queries.jsonl|{'_id':'a','text':'x'}~{'_id':'a','text':'y'}|queries.jsonl:2: id a stands twice",
                "queries.jsonl|{'_id':'a','text':'x'}|qrels.tsv: query b is not in",
                "qrels.tsv|query-id>corpus-id>score~a>1>1~a>1>2|qrels.tsv:3: 1 has grade 1 for a already",
                "qrels.tsv|a>1>1~b>2|qrels.tsv:2: expected query-id",
                "qrels.tsv|a>1>1~b>2>high|qrels.tsv:2: expected query-id",
                "qrels.tsv|query-id>corpus-id>score~a>1>0|qrels.tsv: judges no document",
            })
    void whatIsWrongIsToldWithItsLine(String name, String text, String problem) throws IOException {
        file(name, text.replace('\'', '"').replace('~', '\n').replace('>', '\t') + "\n");
        CommandLineRun run = CommandLineRun.in(folder, EVALUATE);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(run.err()).contains(problem);
        assertThat(run.err().strip()).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    /** 40 MB of documents in a heap that holds a few of them: they are read one after the other. */
    @Test
    void aCollectionNeedNotFitIntoMemory() throws Exception {
        Path corpus = folder.resolve("corpus.jsonl");
        String text = "grading of diabetic retinopathy ".repeat(8_000);
        try (var writer = Files.newBufferedWriter(corpus)) {
            for (int i = 1; i <= 160; i++) {
                writer.write("{\"_id\":\"" + i + "\",\"text\":\"" + text + "\"}\n");
            }
        }
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountDocuments.class.getName(),
                        corpus.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo("160");
        assertThat(child.waitFor()).isZero();
    }

    /** Reads a collection as {@code evaluate} does, in a process of its own. */
    static final class CountDocuments {

        private CountDocuments() {}

        public static void main(String[] args) throws IOException {
            Collection collection = new Collection(Path.of(args[0]));
            collection.check();
            int count = 0;
            for (var document : collection) {
                count += document.text().isEmpty() ? 0 : 1;
            }
            System.out.println(count);
        }
    }

    private double figures(String name) {
        return figures().path(name).doubleValue();
    }

    private JsonNode figures() {
        CommandLineRun run = CommandLineRun.in(folder, EVALUATE);
        assertThat(run.code()).as(run.err()).isZero();
        return MatchingJson.mapper().readTree(run.out());
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
