package dari.provisioner.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.StoredColumn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyedTests {

    @TempDir
    private Path spill;

    @Test
    void isHmacSha256OfPurposeAndValue() throws GeneralSecurityException {
        Random random = new Random(1);
        byte[] key = new byte[32];
        random.nextBytes(key);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        try (DuckDb engine = DuckDb.open("100m", spill)) {
            Keyed keyed = new Keyed(engine, key);
            for (int i = 0; i < 200; i++) {
                String value = random.ints(random.nextInt(90), 1, 0xD7FF)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                byte[] expected = mac.doFinal(("purpose\u001f" + value).getBytes(StandardCharsets.UTF_8));
                String literal = Sql.text(value);
                engine.each(
                        "SELECT " + keyed.hex("purpose", literal) + ", " + keyed.number("purpose", literal) + ", "
                                + keyed.integer("purpose", literal),
                        row -> {
                            assertThat(row.getString(1))
                                    .isEqualTo(HexFormat.of().formatHex(Arrays.copyOf(expected, 16)));
                            long first = ByteBuffer.wrap(expected).getLong();
                            assertThat(row.getLong(2)).isEqualTo(first >>> 1);
                            assertThat(row.getLong(3)).isEqualTo(first >>> 4);
                            return row;
                        });
            }
            assertThat(keyed.seed("purpose"))
                    .isEqualTo(ByteBuffer.wrap(mac.doFinal("purpose\u001f".getBytes(StandardCharsets.UTF_8)))
                            .getLong());
        }
    }

    @Test
    void ofAColumnOfWholeNumbersIsThatOfTheirText() {
        try (DuckDb engine = DuckDb.open("100m", spill)) {
            Keyed keyed = new Keyed(engine, new byte[32]);
            StoredColumn numbers = new StoredColumn("i", "BIGINT", ColumnTypes.Type.INTEGER);
            String values =
                    " FROM (SELECT CASE WHEN n % 3 > 0 THEN (n - 4500) * 1000000007 END AS i FROM range(9000) r(n)) s";
            String both =
                    keyed.number("p", numbers, "s") + " IS NOT DISTINCT FROM " + keyed.number("p", numbers.textIn("s"));
            assertThat(engine.number("SELECT count(*)" + values + " WHERE " + both))
                    .isEqualTo(9000);
            assertThat(engine.number("SELECT count(" + keyed.number("p", numbers, "s") + ")" + values))
                    .isEqualTo(6000);
        }
    }

    @Test
    void leavesMissingValuesMissingAndCallsEveryRow() {
        try (DuckDb engine = DuckDb.open("100m", spill)) {
            Keyed keyed = new Keyed(engine, new byte[32]);
            String values = " FROM (SELECT CASE WHEN i % 3 > 0 THEN CAST(i AS VARCHAR) END AS v FROM range(9000) r(i))";
            assertThat(engine.number("SELECT count(" + keyed.hex("p", "v") + ")" + values))
                    .isEqualTo(6000);
            assertThat(engine.number("SELECT count(DISTINCT " + keyed.number("p", "v") + ")" + values))
                    .isEqualTo(6000);
        }
    }
}
