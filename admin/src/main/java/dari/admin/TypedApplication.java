package dari.admin;

import dari.admin.eligibility.Declaration;
import dari.admin.eligibility.Fact;
import dari.admin.forms.Answers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/** Reads what a page of an application sent: answers as {@code q.<id>}, facts as {@code declared.<fact>}. */
final class TypedApplication {

    private static final String ANSWER = "q.";
    private static final String FACT = "declared.";

    private TypedApplication() {}

    static ApplicationDraft draft(MultiValueMap<String, String> sent) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        sent.forEach((name, values) -> {
            if (name.startsWith(ANSWER)) {
                answers.put(name.substring(ANSWER.length()), values);
            }
        });
        return new ApplicationDraft(first(sent, "track"), new Answers(answers), declaration(sent));
    }

    static Declaration declaration(MultiValueMap<String, String> sent) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        Arrays.stream(Fact.values()).forEach(fact -> facts.put(fact, first(sent, FACT + fact)));
        return new Declaration(facts);
    }

    static DraftState state(MultiValueMap<String, String> sent) {
        String edits = first(sent, "edits");
        return new DraftState(edits.matches("[0-9]{1,9}") ? Integer.parseInt(edits) : -1, window(sent));
    }

    /** What the page calls itself, cut to what is kept. */
    private static String window(MultiValueMap<String, String> sent) {
        String window = first(sent, "window");
        return window.substring(0, Math.min(36, window.length()));
    }

    static String first(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).map(String::strip).orElse("");
    }
}
