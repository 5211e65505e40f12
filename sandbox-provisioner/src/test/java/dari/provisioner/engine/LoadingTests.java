package dari.provisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Sources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever form the first rows suggest, every later value comes back as the file spells it. */
class LoadingTests {

    private static final int ROWS = 10_500; // more than the rows that suggest the forms
    private static final String UUID = "01d6ef53-1a21-00e0-b99c-08ee303d65d2";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7|BIGINT|0012",
                "7|BIGINT|-0",
                "7|BIGINT|+7",
                "7|BIGINT|9223372036854775808",
                "7|BIGINT| 7",
                "7|BIGINT|seven",
                "2020-02-28|DATE|2020-02-30",
                "2020-02-28|DATE|2020-02-28T10:00:00Z",
                "2020-02-28|DATE|20200228",
                UUID + "|UUID|01D6EF53-1A21-00E0-B99C-08EE303D65D2",
                UUID + "|UUID|01d6ef531a2100e0b99c08ee303d65d2",
            })
    void aColumnWithOneOtherSpellingKeepsAllOfThem(String spelled) {
        String[] parts = spelled.split("\\|", -1);
        assertThat(form(parts[0], parts[0])).isEqualTo(parts[1]);
        assertThat(form(parts[0], parts[2])).isEqualTo("VARCHAR");
    }

    @Test
    void aDictionaryTakesWordsThatOnlyLaterRowsHave() {
        StringBuilder csv = new StringBuilder("word,many\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append(i % 3 == 0 ? "가" : "b'")
                    .append(',')
                    .append(i < 10_000 ? "w" + i % 9 : "v" + i)
                    .append('\n');
        }
        try (DuckDb engine = DuckDb.open("200m", folder)) {
            SourceTable loaded = load(engine, csv.append("late,\n").toString(), List.of());
            assertThat(loaded.stored("word").isText()).isFalse();
            assertThat(loaded.stored("many").isText()).isFalse();
            assertThat(differences(engine, loaded)).isZero();
        }
    }

    @Test
    void aColumnMayBeNamedAsTheStatementNamesItsOwn() {
        try (DuckDb engine = DuckDb.open("200m", folder)) {
            SourceTable loaded = load(engine, "n1,v0,n0,v2\n1,2,a,2020-01-01\n,3,b,2020-01-02\n", List.of());
            assertThat(loaded.stored("n1").isInteger()).isTrue();
            assertThat(differences(engine, loaded)).isZero();
        }
    }

    @Test
    void ofADateThatIsOnlyShiftedTheDayIsKept() {
        try (DuckDb engine = DuckDb.open("200m", folder)) {
            SourceTable loaded = load(engine, "a\n2020-02-28T10:00:00Z\nnever\n2020-02-31\n2021-01-01\n", List.of("a"));
            assertThat(engine.list(
                            "SELECT a FROM " + loaded.view() + " ORDER BY 1 NULLS LAST", row -> row.getString(1)))
                    .containsExactly("2020-02-28", "2021-01-01", null, null);
        }
    }

    private String form(String usual, String last) {
        String csv = "word\n" + (usual + "\n").repeat(ROWS) + "\"" + last + "\"\n";
        try (DuckDb engine = DuckDb.open("200m", folder)) {
            SourceTable loaded = load(engine, csv, List.of());
            assertThat(differences(engine, loaded)).isZero();
            return loaded.stored("word").sqlType();
        }
    }

    private SourceTable load(DuckDb engine, String csv, List<String> dates) {
        Sources.write(folder.resolve("source/t.csv"), csv);
        SourceTable table = SourceDirectory.open(engine, folder.resolve("source"), name -> ',')
                .tables()
                .get(0);
        return Loading.load(engine, table, table.columns(), dates);
    }

    private static long differences(DuckDb engine, SourceTable loaded) {
        String both = "SELECT * FROM src_t EXCEPT ALL SELECT * FROM " + loaded.view();
        return engine.number("SELECT count(*) FROM (" + both + ")")
                + engine.number("SELECT count(*) FROM src_t")
                - engine.number("SELECT count(*) FROM " + loaded.view());
    }
}
