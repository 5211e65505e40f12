package dari.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.kernel.IdBytes;
import dari.kernel.Ids;
import dari.support.DariTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Anybody can check the history: with the program that the page gives, on the files that the page gives. */
@DariTest
class HistoryCheckpointsTests {

    @Autowired
    History history;

    @Autowired
    HistoryChain chain;

    @Autowired
    HistoryCheckpoints checkpoints;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    Ids ids;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path folder;

    @Test
    void theProgramOfThePageConfirmsAnUntouchedHistory() throws Exception {
        signed("first");
        Path kept = downloaded("kept").resolve("checkpoints.csv");
        signed("second");
        long before = checkpoints.count();
        checkpoints.make();
        assertThat(checkpoints.count()).as("nothing new to sign").isEqualTo(before);

        Checked checked = check(downloaded("now"), kept);
        assertThat(checked.said()).contains("0 problems");
        assertThat(checked.code()).isZero();
    }

    @Test
    void aChangedPastIsSeenEvenWhenTheWholeChainWasMadeAnew() throws Exception {
        UUID thing = signed("decided");
        Long position = position(thing);
        transaction.executeWithoutResult(status -> {
            database.sql("UPDATE history SET facts = '{}' WHERE subject = :s")
                    .param("s", IdBytes.of(thing))
                    .update();
            database.sql("UPDATE history SET position = NULL").update();
            sealAll();
            assertThat(chain.firstBrokenPosition()).isEqualTo(position);
            Checked checked = check(downloaded("anew"), null);
            assertThat(checked.said()).contains("row " + position + ": something up to here was changed");
            assertThat(checked.code()).isEqualTo(3);
            status.setRollbackOnly();
        });
        assertThat(chain.firstBrokenPosition()).isNull();
    }

    @Test
    void aCutOffEndIsSeen() throws Exception {
        UUID thing = signed("inconvenient");
        Long position = position(thing);
        transaction.executeWithoutResult(status -> {
            database.sql("DELETE FROM history WHERE subject = :s")
                    .param("s", IdBytes.of(thing))
                    .update();
            assertThat(chain.firstBrokenPosition()).isEqualTo(position);
            Checked checked = check(downloaded("cut"), null);
            assertThat(checked.said()).contains("row " + position + ": was cut off");
            assertThat(checked.code()).isEqualTo(3);
            status.setRollbackOnly();
        });
    }

    @Test
    void aPastThatTheMarketplaceSignedAnewIsSeenByWhoKeptACheckpoint() throws Exception {
        UUID thing = signed("promised");
        Path kept = downloaded("kept").resolve("checkpoints.csv");
        transaction.executeWithoutResult(status -> {
            database.sql("UPDATE history SET facts = '{}' WHERE subject = :s")
                    .param("s", IdBytes.of(thing))
                    .update();
            database.sql("UPDATE history SET position = NULL").update();
            database.sql("DELETE FROM history_checkpoint").update();
            sealAll();
            checkpoints.make();
            Path now = downloaded("now");
            assertThat(check(now, null).code()).isZero();
            Checked checked = check(now, kept);
            assertThat(checked.said()).contains("was another on");
            assertThat(checked.code()).isEqualTo(3);
            status.setRollbackOnly();
        });
    }

    @Test
    void aForgedSignatureIsSeen() throws Exception {
        signed("signed");
        Path files = downloaded("forged");
        Path list = files.resolve("checkpoints.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(list));
        String last = lines.remove(lines.size() - 1);
        lines.add(last.replaceFirst("T\\d\\d:", "T23:").replaceFirst("\\.\\d+Z", ".000001Z"));
        Files.write(list, lines);
        assertThat(check(files, null).said()).contains("the signature is not the marketplace's");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void thePageIsForEverybody(String language) throws Exception {
        signed("shown");
        mvc.perform(get("/register/history").param("lang", language))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("java CheckHistory.java")))
                .andExpect(content().string(containsString(checkpoints.publicKey())))
                .andExpect(content().string(not(containsString("??"))));
    }

    private UUID signed(String action) {
        UUID thing = ids.next();
        transaction.executeWithoutResult(status ->
                history.record(HistoryEntry.of("test." + action, "test", thing).with("n", 1)));
        sealAll();
        checkpoints.make();
        return thing;
    }

    private void sealAll() {
        while (chain.seal() > 0) {}
    }

    private Long position(UUID thing) {
        return database.sql("SELECT position FROM history WHERE subject = :s")
                .param("s", IdBytes.of(thing))
                .query(Long.class)
                .single();
    }

    private Path downloaded(String name) {
        try {
            Path made = Files.createDirectories(folder.resolve(name));
            for (String file : List.of("key.pem", "checkpoints.csv", "chain.csv")) {
                Files.write(
                        made.resolve(file),
                        mvc.perform(get("/register/history/" + file))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsByteArray());
            }
            return made;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private record Checked(int code, String said) {}

    private Checked check(Path files, @Nullable Path kept) {
        try {
            Path program = folder.resolve("CheckHistory.java");
            Files.write(program, new ClassPathResource("static/dari/CheckHistory.java").getContentAsByteArray());
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    program.toString(),
                    files.toString()));
            if (kept != null) {
                command.add(kept.toString());
            }
            Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Checked(run.waitFor(), said);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
