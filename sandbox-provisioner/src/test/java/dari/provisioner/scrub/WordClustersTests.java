package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordClustersTests {

    private final WordClusters clusters = new WordClusters();

    @Test
    void wordsOfOneKindStandTogether() {
        assertThat(clusters.of("pereira")).isEqualTo(clusters.of("garcia"));
        assertThat(clusters.of("lisinopril")).isNotEqualTo(clusters.of("pereira"));
        assertThat(clusters.of("qxzvwk")).isZero();
    }

    @Test
    void aBranchIsTheBeginningOfAPath() {
        assertThat(WordClusters.branch(0b1_1010_0011, 4)).isEqualTo(0b1_1010);
        assertThat(WordClusters.branch(0b1_101, 6)).isEqualTo(0b1_101);
        assertThat(WordClusters.branch(0, 6)).isZero();
    }
}
