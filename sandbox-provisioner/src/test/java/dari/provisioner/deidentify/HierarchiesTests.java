package dari.provisioner.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Sources;
import dari.provisioner.recipe.HierarchySpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HierarchiesTests {

    @TempDir
    private Path folder;

    @Test
    void yearsGrowInPublicSteps() {
        assertThat(path(HierarchySpec.Builtin.YEAR, "1963"))
                .containsExactly("1963", "1963", "1960-1964", "1960-1969", "1960-1979", "1960-1999", "*");
    }

    @Test
    void datesStartAtTheDay() {
        assertThat(path(HierarchySpec.Builtin.DATE, "1963-05-07T10:00:00Z"))
                .startsWith("1963-05-07T10:00:00Z", "1963-05-07", "1963-05", "1963", "1960-1964");
    }

    @Test
    void oldAgesAreOne() {
        assertThat(path(HierarchySpec.Builtin.AGE, "93")).startsWith("93", "90+", "90+", "90+");
        assertThat(path(HierarchySpec.Builtin.AGE, "41")).startsWith("41", "41", "40-44", "40-49");
    }

    @ParameterizedTest
    @EnumSource(HierarchySpec.Builtin.class)
    void aColumnWithoutAnyValueHasItsLeafToo(HierarchySpec.Builtin builtin) {
        Hierarchy hierarchy = Hierarchies.build(new HierarchySpec("builtin", builtin, null), List.of(""), "c");
        assertThat(hierarchy.leaf("")).isZero();
    }

    @Test
    void postalCodesAreMaskedFromTheRight() {
        assertThat(path(HierarchySpec.Builtin.ZIP, "01366"))
                .containsExactly("01366", "0136*", "013**", "01***", "0****", "*");
    }

    @Test
    void aMissingValueOnlyJoinsTheOthersAtTheTop() {
        Hierarchy years = Hierarchies.build(
                new HierarchySpec("builtin:year", HierarchySpec.Builtin.YEAR, null), List.of("1960", "1961", ""), "c");
        int joined = years.join(years.node(years.leaf("")), years.leaf("1960"));
        assertThat(years.label(joined)).isEqualTo("*");
        assertThat(years.loss(joined)).isEqualTo(1);
        assertThat(years.label(years.join(years.node(years.leaf("1960")), years.leaf("1961"))))
                .isEqualTo("1960-1964");
    }

    @Test
    void readsArxFilesAndSaysWhatTheyLack() {
        Path file = Sources.write(folder.resolve("h.csv"), "a;x;*\nb;x;*\nc;y;*\n");
        HierarchySpec spec = new HierarchySpec("h.csv", null, file);
        Hierarchy hierarchy = Hierarchies.build(spec, List.of("a", "c"), "t.c");
        assertThat(hierarchy.leaves()).isEqualTo(3);
        assertThat(hierarchy.loss(hierarchy.node(hierarchy.leaf("a"), 1))).isEqualTo(0.5);
        assertThatThrownBy(() -> Hierarchies.build(spec, List.of("secret"), "t.c"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("lacks 1 of the values of column t.c")
                .hasMessageNotContaining("secret");
    }

    @Test
    void namesTheLineOfABrokenFile() {
        Path file = Sources.write(folder.resolve("h.csv"), "a;x;*\nb;*\n");
        assertThatThrownBy(() -> Hierarchies.build(new HierarchySpec("h.csv", null, file), List.of("a"), "c"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("h.csv:2");
    }

    private static List<String> path(HierarchySpec.Builtin builtin, String value) {
        Hierarchy hierarchy = Hierarchies.build(new HierarchySpec("builtin", builtin, null), List.of(value), "c");
        List<String> labels = new ArrayList<>();
        for (int node = hierarchy.node(hierarchy.leaf(value)); node >= 0; node = hierarchy.parent(node)) {
            labels.add(hierarchy.label(node));
        }
        return labels;
    }
}
