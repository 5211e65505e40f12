package dari.admin.panel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as people type it: one entry a line. */
final class Lines {

    private Lines() {}

    static List<String> of(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList();
    }
}
