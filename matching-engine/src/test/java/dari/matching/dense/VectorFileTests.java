package dari.matching.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTests {

    @TempDir
    Path folder;

    @Test
    void readsNoTextASecondTime() throws IOException {
        WordVectors first = new WordVectors("m");
        List<float[]> fresh;
        try (Encoder file = open(first)) {
            fresh = file.ofDocuments(List.of("stroke", "skin", "폐결절"));
        }
        WordVectors second = new WordVectors("m");
        try (Encoder file = open(second)) {
            List<float[]> kept = file.ofDocuments(List.of("skin", "new", "stroke"));
            assertThat(kept.get(0)).isEqualTo(fresh.get(1));
            assertThat(kept.get(2)).isEqualTo(fresh.get(0));
        }
        assertThat(first.read()).containsExactly("stroke", "skin", "폐결절");
        assertThat(second.read()).containsExactly("new");
        assertThat(fresh.get(2)).isNull();
    }

    @Test
    void anotherModelReadsForItself() throws IOException {
        try (Encoder file = open(new WordVectors("m"))) {
            file.ofDocuments(List.of("stroke"));
        }
        WordVectors other = new WordVectors("n");
        try (Encoder file = open(other)) {
            file.ofDocuments(List.of("stroke"));
        }
        assertThat(other.read()).containsExactly("stroke");
    }

    @Test
    void cutsOffWhatWasHalfWritten() throws IOException {
        try (Encoder file = open(new WordVectors("m"))) {
            file.ofDocuments(List.of("stroke"));
        }
        Files.write(folder.resolve("v"), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        WordVectors after = new WordVectors("m");
        try (Encoder file = open(after)) {
            file.ofDocuments(List.of("stroke", "skin"));
        }
        try (Encoder file = open(after)) {
            file.ofDocuments(List.of("stroke", "skin"));
        }
        assertThat(after.read()).containsExactly("skin");
    }

    @Test
    void isOneUsersAtATime() throws IOException {
        try (Encoder file = open(new WordVectors("m"))) {
            assertThatThrownBy(() -> open(new WordVectors("m")))
                    .isInstanceOfAny(IOException.class, OverlappingFileLockException.class);
            assertThat(file.ofDocuments(List.of("still there")).get(0)).isNotNull();
        }
    }

    private Encoder open(Encoder encoder) throws IOException {
        return VectorFile.remembering(encoder, folder.resolve("v"));
    }
}
