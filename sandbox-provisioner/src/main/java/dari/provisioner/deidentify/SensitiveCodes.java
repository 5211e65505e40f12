package dari.provisioner.deidentify;

import dari.provisioner.BadInput;
import dari.provisioner.recipe.Preparation.SensitiveConditions;
import dari.provisioner.recipe.RecipeProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which codes of ICD-10 or KCD name a condition that needs own consent or special approval. */
final class SensitiveCodes {

    private static final String RESOURCE = "/dari/provisioner/deidentify/sensitive-conditions.tsv";

    /** Both ends without the dot; a code is inside when its own beginning, cut to their length, is. */
    private record Range(String from, String to) {
        boolean holds(String code) {
            return cut(code, from.length()).compareTo(from) >= 0
                    && cut(code, to.length()).compareTo(to) <= 0
                    && code.length() >= from.length();
        }

        private static String cut(String code, int length) {
            return code.length() <= length ? code : code.substring(0, length);
        }
    }

    private final List<Range> ranges = new ArrayList<>();

    private SensitiveCodes() {}

    /** @throws BadInput naming file and line when the steward's own list or a group does not fit */
    static SensitiveCodes of(SensitiveConditions conditions) {
        Path file = conditions.file();
        SensitiveCodes codes = new SensitiveCodes();
        Set<String> known = new TreeSet<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("[\t;]", -1);
            if (parts.length != 2) {
                throw RecipeProblem.CODES_FORM.at(file + ":" + number);
            }
            known.add(parts[0].strip());
            if (conditions.groups().isEmpty() || conditions.groups().contains(parts[0].strip())) {
                codes.add(parts[1]);
            }
        }
        for (String group : conditions.groups()) {
            if (!known.contains(group)) {
                throw RecipeProblem.NO_CODE_GROUP.at("sensitiveConditions.groups", group, String.join(", ", known));
            }
        }
        return codes;
    }

    private static List<String> lines(@Nullable Path file) {
        try {
            if (file != null) {
                return Files.readAllLines(file, StandardCharsets.UTF_8);
            }
            try (InputStream in = SensitiveCodes.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(RESOURCE + " is not on the class path");
                }
                return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .toList();
            }
        } catch (IOException e) {
            throw RecipeProblem.CODES_ENCODING.at(String.valueOf(file));
        }
    }

    private void add(String list) {
        for (String range : list.strip().split("\\s+", -1)) {
            String[] ends = range.split("-", -1);
            ranges.add(new Range(normal(ends[0]), normal(ends[ends.length - 1])));
        }
    }

    private static String normal(String code) {
        return code.strip().toUpperCase(Locale.ROOT).replace(".", "");
    }

    boolean hold(String code) {
        String normal = normal(code);
        return ranges.stream().anyMatch(range -> range.holds(normal));
    }
}
