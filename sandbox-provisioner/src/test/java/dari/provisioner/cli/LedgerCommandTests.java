package dari.provisioner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dari.provisioner.Progress;
import dari.provisioner.Refused;
import dari.provisioner.Sources;
import dari.provisioner.agent.LedgerDocuments;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerEntry;
import dari.provisioner.privacy.LedgerHead;
import dari.provisioner.privacy.Rho;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandTests {

    private static final String ACCOUNT = " --dataset adult-2026 --population all ";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void opensShowsRaisesAndVerifies() {
        assertThat(run("ledger --ledger @/l.jsonl open" + ACCOUNT + "--epsilon 1 --delta 1e-9"))
                .isZero();
        ledger().account("adult-2026", "all").spend(Rho.of(1, 100), "job");
        assertThat(run("ledger --ledger @/l.jsonl show")).isZero();
        assertThat(text(out)).contains("adult-2026 / all", "limit epsilon 1 at delta 1E-9", "rho 0.01)", "1 spends");
        assertThat(run("ledger --ledger @/l.jsonl raise" + ACCOUNT + "--epsilon 2 --reason decision-7 --by Kim"))
                .isZero();
        out.reset();
        assertThat(run("ledger --ledger @/l.jsonl show --json")).isZero();
        assertThat(text(out)).contains("\"epsilon\" : \"2\"");
        assertThat(run("ledger --ledger @/l.jsonl verify")).isZero();
        assertThat(text(out)).contains("3 entries, the chain holds");
    }

    @Test
    void saysInOneLineWhatIsWrong() throws IOException {
        assertThat(run("ledger --ledger @/none verify")).isEqualTo(2);
        assertThat(run("ledger --ledger @/none show")).isEqualTo(2);
        assertThat(run("ledger --ledger @/none")).isEqualTo(2);
        assertThat(run("ledger open" + ACCOUNT + "--epsilon 1 --delta 1e-9")).isEqualTo(2);
        for (String limit : List.of(
                "--epsilon 0 --delta 1e-9",
                "--epsilon -3 --delta 1e-9",
                "--epsilon 1e9 --delta 1e-9",
                "--epsilon one --delta 1e-9",
                "--epsilon 1 --delta 0",
                "--epsilon 1 --delta 1",
                "--epsilon 1e-999999999 --delta 1e-9",
                "--epsilon 1 --delta 1e-999999999",
                "--epsilon NaN --delta 1e-9")) {
            assertThat(run("ledger --ledger @/l.jsonl open" + ACCOUNT + limit))
                    .as(limit)
                    .isEqualTo(2);
        }
        assertThat(folder.resolve("l.jsonl")).doesNotExist();
        assertThat(run("ledger --ledger @/l.jsonl open" + ACCOUNT + "--epsilon 1 --delta 1e-9"))
                .isZero();
        assertThat(run("ledger --ledger @/l.jsonl open" + ACCOUNT + "--epsilon 1 --delta 1e-9"))
                .isEqualTo(3);
        assertThat(run("ledger --ledger @/l.jsonl raise" + ACCOUNT + "--epsilon 0.5 --reason r --by b"))
                .isEqualTo(2);
        assertThat(run("ledger --ledger @/l.jsonl raise --dataset x --population y --epsilon 5 --reason r --by b"))
                .isEqualTo(2);
        Path file = folder.resolve("l.jsonl");
        Files.writeString(file, Files.readString(file).replace("adult", "adulT"));
        assertThat(run("ledger --ledger @/l.jsonl verify")).isEqualTo(3);
        assertThat(text(err).lines()).hasSize(17).allMatch(line -> line.length() < 300 && !line.contains("Exception"));
    }

    @Test
    void entriesCrossSignedAndTheHeadComesBack() throws Exception {
        KeyPair hospital = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair marketplace = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        pem("hospital.pem", "PRIVATE KEY", hospital.getPrivate().getEncoded());
        pem("market.pem", "PUBLIC KEY", marketplace.getPublic().getEncoded());
        run("ledger --ledger @/l.jsonl open" + ACCOUNT + "--epsilon 1 --delta 1e-9");
        byte[] backup = Files.readAllBytes(folder.resolve("l.jsonl"));
        ledger().account("adult-2026", "all").spend(Rho.of(1, 1000), "job } 1");
        assertThat(run("ledger --ledger @/l.jsonl export --out @/lines.json --signing-key @/hospital.pem"))
                .isZero();

        Signed document = Json.read(folder.resolve("lines.json"), Signed.class);
        assertFits("ledger-lines", document.content());
        LedgerDocuments.Lines lines = LedgerDocuments.verified(document, hospital.getPublic(), null);
        assertThat(lines.entries()).isEqualTo(ledger().entriesAfter(0));
        assertThatThrownBy(() -> LedgerDocuments.verified(document, marketplace.getPublic(), null))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> LedgerDocuments.verified(document, hospital.getPublic(), lines.head()))
                .isInstanceOf(Refused.class);

        Signed head = Signed.by(marketplace.getPrivate(), LedgerHead.KIND, lines.head());
        assertFits("ledger-head", head.content());
        Json.write(folder.resolve("head.json"), head);
        String withHead = "ledger --ledger @/l.jsonl --head @/head.json --head-key @/market.pem ";
        assertThat(run(withHead + "verify")).isZero();
        Files.write(folder.resolve("l.jsonl"), backup);
        assertThat(run(withHead + "verify")).isEqualTo(3);
        assertThat(run("ledger --ledger @/l.jsonl verify")).isEqualTo(3); // the head was kept beside the ledger
        Json.write(folder.resolve("head.json"), Signed.by(hospital.getPrivate(), LedgerHead.KIND, lines.head()));
        assertThat(run(withHead + "verify")).isEqualTo(3);
        assertThat(run("ledger --ledger @/l.jsonl --head @/head.json verify")).isEqualTo(2);
    }

    @Test
    void alteredLinesAreRefusedAlsoUnderAValidSignature() throws GeneralSecurityException {
        KeyPair hospital = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        run("ledger --ledger @/l.jsonl open" + ACCOUNT + "--epsilon 1 --delta 1e-9");
        ledger().account("adult-2026", "all").spend(Rho.of(1, 1000), "job");
        List<LedgerEntry> entries = new ArrayList<>(ledger().entriesAfter(0));
        String first = entries.get(0).hash();
        LedgerEntry spend = entries.remove(1);
        for (LedgerEntry changed : List.of(
                new LedgerEntry(
                        2,
                        spend.act(),
                        "adult-2026",
                        "all",
                        spend.rho().movePointLeft(1),
                        null,
                        null,
                        spend.why(),
                        spend.by(),
                        spend.at(),
                        null,
                        spend.previous(),
                        spend.hash()),
                new LedgerEntry(
                        3,
                        spend.act(),
                        "adult-2026",
                        "all",
                        spend.rho(),
                        null,
                        null,
                        spend.why(),
                        spend.by(),
                        spend.at(),
                        null,
                        spend.previous(),
                        spend.hash()))) {
            Signed document = Signed.by(
                    hospital.getPrivate(),
                    LedgerDocuments.Lines.KIND,
                    new LedgerDocuments.Lines(first, List.of(entries.get(0), changed)));
            assertThatThrownBy(() -> LedgerDocuments.verified(document, hospital.getPublic(), null))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("entry 2");
        }
    }

    private Ledger ledger() {
        return Ledger.open(folder.resolve("l.jsonl"), Sources.CLOCK);
    }

    private int run(String line) {
        String[] args = line.replace("@", folder.toString()).trim().split("\\s+");
        return Main.run(
                args,
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Progress.SILENT,
                        Sources.CLOCK));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private void pem(String name, String kind, byte[] key) {
        Sources.write(
                folder.resolve(name),
                "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + kind
                        + "-----\n");
    }

    private static void assertFits(String name, String json) throws IOException {
        try (InputStream schema =
                LedgerCommandTests.class.getResourceAsStream("/dari/provisioner/schema/" + name + ".schema.json")) {
            String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(text)
                            .validate(json, InputFormat.JSON))
                    .as(name)
                    .isEmpty();
        }
    }
}
