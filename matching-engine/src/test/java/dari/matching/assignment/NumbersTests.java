package dari.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void everyIdHasItsPlaceInTheList() {
        for (int size : new int[] {0, 1, 2, 3, 4, 5, 1000, 4097}) {
            String[] ids = IntStream.range(0, size).mapToObj(i -> "id" + i).toArray(String[]::new);
            Numbers numbers = new Numbers("place", Stream.of(ids));
            assertThat(numbers.size()).isEqualTo(size);
            assertThat(numbers.of(ids)).isEqualTo(IntStream.range(0, size).toArray());
            assertThat(numbers.of("id" + size)).isNegative();
        }
    }

    @Test
    void idsOfOneHashAreTold() {
        List<String> ids = List.of("AaAa", "BBBB", "AaBB", "BBAa");
        assertThat(ids).extracting(String::hashCode).containsOnly("AaAa".hashCode());
        Numbers numbers = new Numbers("place", ids.stream());
        assertThat(numbers.of(ids.toArray(String[]::new))).containsExactly(0, 1, 2, 3);
        assertThat(numbers.of("C#Aa")).isNegative();
    }

    @Test
    void anIdThatStandsTwiceIsNamed() {
        assertThatThrownBy(() -> new Numbers("place", Stream.of("a", "b", "a")))
                .isInstanceOf(UnsoundEntry.class)
                .hasMessage("place a stands twice");
    }
}
