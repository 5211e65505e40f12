package dari.provisioner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.engine.MemoryLimit;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedHeapTests {

    @Test
    void readsTheLimitOfTheCommandsThatKeepToOne() {
        long limit = 512L << 20;
        assertThat(BoundedHeap.limit("profile", "--memory", "512m", "--source", "s"))
                .hasValueSatisfying(read -> assertThat(read.bytes()).isEqualTo(limit));
        assertThat(BoundedHeap.limit("bench", "--memory", "512m"))
                .hasValueSatisfying(read -> assertThat(read.bytes()).isEqualTo(limit));
        assertThat(BoundedHeap.limit("provision", "--source", "s", "--memory=512MB"))
                .hasValueSatisfying(read -> assertThat(read.bytes()).isEqualTo(limit));
    }

    @Test
    void leavesTheRestToTheCommand() {
        assertThat(BoundedHeap.limit()).isEmpty();
        assertThat(BoundedHeap.limit("profile", "--source", "s")).isEmpty();
        assertThat(BoundedHeap.limit("bench", "--data", "d")).isEmpty();
        assertThat(BoundedHeap.limit("profile", "--memory")).isEmpty();
        assertThat(BoundedHeap.limit("profile", "--memory", "much")).isEmpty();
        assertThat(BoundedHeap.limit("query-worker", "--memory", "512")).isEmpty();
        assertThat(BoundedHeap.limit("provision", "--memory", "2g", "--engine", "spark://local[2]"))
                .isEmpty();
    }

    @Test
    void theSecondProcessHasTheShareAndEverythingThatTheFirstWasGiven() {
        List<String> command = BoundedHeap.command(
                MemoryLimit.of("2g"), List.of("-Dnamed=value"), true, "provision", "--memory", "2g");
        assertThat(command).contains("-Dnamed=value", "-Xmx614m", "-XX:+UseSerialGC");
        assertThat(command).endsWith(Main.class.getName(), "provision", "--memory", "2g");
        assertThat(BoundedHeap.command(MemoryLimit.of("2g"), List.of("-XX:+UseParallelGC"), true))
                .contains("-XX:+UseParallelGC")
                .doesNotContain("-XX:+UseSerialGC");
    }

    @Test
    void aGivenHeapIsKept() {
        assertThat(BoundedHeap.isHeapSize("-Xmx1g")).isTrue();
        assertThat(BoundedHeap.isHeapSize("-XX:MaxRAMPercentage=50")).isTrue();
        assertThat(BoundedHeap.isHeapSize("-Xms1g")).isFalse();
    }
}
