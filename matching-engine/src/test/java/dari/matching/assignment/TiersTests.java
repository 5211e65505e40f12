package dari.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiersTests {

    @Test
    void readAsTheListThatTheyWereMadeOf() {
        for (List<List<String>> wishes : List.of(
                List.<List<String>>of(),
                List.of(List.of("a")),
                List.of(List.of("a"), List.of("b"), List.of("c")),
                List.of(List.of("a", "b"), List.of("c")),
                List.of(List.of("a"), List.<String>of(), List.of("b", "c", "d", "e", "f")))) {
            Tiers tiers = Tiers.of(wishes);
            assertThat((List<List<String>>) tiers)
                    .isEqualTo(wishes)
                    .hasSameHashCodeAs(wishes)
                    .hasToString(wishes.toString());
            assertThat(tiers.ids())
                    .containsExactlyElementsOf(
                            wishes.stream().flatMap(List::stream).toList());
            assertThat(tiers.tied()).isEqualTo(wishes.stream().anyMatch(tier -> tier.size() != 1));
            assertThat(Tiers.of(tiers)).isSameAs(tiers);
        }
    }

    @Test
    void keepNothingOfWhatTheyWereMadeOf() {
        List<String> tied = new ArrayList<>(List.of("a", "b"));
        List<List<String>> wishes = new ArrayList<>(List.of(tied));
        Tiers tiers = Tiers.of(wishes);
        tied.set(0, "c");
        wishes.add(List.of("d"));
        assertThat((List<List<String>>) tiers).isEqualTo(List.of(List.of("a", "b")));
        assertThatThrownBy(() -> tiers.add(List.of("e"))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> tiers.get(0).add("e")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> tiers.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refuseNothingInPlaceOfAnId() {
        assertThatThrownBy(() -> new Applicant("a", List.of(Arrays.asList("p", null))))
                .isInstanceOf(NullPointerException.class);
    }
}
