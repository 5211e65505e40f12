package dari.admin.forms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an applicant answered, by question. Blank answers are none. */
public record Answers(Map<String, List<String>> values) {

    public static final Answers NONE = new Answers(Map.of());

    /** Sorted by question, so that the same answers always read, and hash, the same. */
    @JsonCreator
    public Answers {
        Map<String, List<String>> kept = new TreeMap<>();
        values.forEach((question, given) -> {
            List<String> present = given.stream()
                    .map(text -> text.replace("\r\n", "\n").strip())
                    .filter(text -> !text.isEmpty())
                    .toList();
            if (!present.isEmpty()) {
                kept.put(question, present);
            }
        });
        values = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
    }

    @JsonValue
    @Override
    public Map<String, List<String>> values() {
        return values;
    }

    /** The answer as one text; empty when there is none. */
    public String of(String question) {
        return String.join(", ", all(question));
    }

    public List<String> all(String question) {
        return values.getOrDefault(question, List.of());
    }

    public boolean has(String question) {
        return values.containsKey(question);
    }

    public Answers with(String question, String given) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(question, new ArrayList<>(List.of(given)));
        return new Answers(changed);
    }

    /** Only what these questions ask. */
    public Answers only(List<Question> questions) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        questions.forEach(question -> kept.put(question.id(), all(question.id())));
        return new Answers(kept);
    }
}
