package dari.admin;

import dari.admin.eligibility.Declaration;
import dari.admin.forms.Answers;
import dari.admin.forms.LocalText;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An application without the names of its sides, also where its text spells them out. */
final class BlindText {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final String MASK = "○○○";

    private final List<Pattern> names;

    /** @param names every name of both sides, in both languages */
    BlindText(Collection<String> names) {
        this.names = names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                // the longer first: a name may be part of another
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(BlindText::spacedAnyhow)
                .toList();
    }

    private static Pattern spacedAnyhow(String name) {
        String words =
                Pattern.compile("\\s+").splitAsStream(name).map(Pattern::quote).collect(Collectors.joining("\\s*"));
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** By what a blind application is called. */
    static String codeOf(UUID application) {
        String digits = application.toString().replace("-", "");
        return "A-" + digits.substring(digits.length() - 6).toUpperCase(Locale.ROOT);
    }

    String mask(String text) {
        String masked = text;
        for (Pattern name : names) {
            masked = name.matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
        }
        return masked;
    }

    ApplicationView mask(ApplicationView a) {
        ApplicationText text = a.text();
        return new ApplicationView(
                a.id(),
                a.call(),
                NOBODY,
                codeOf(a.id()),
                NOBODY,
                "",
                NOBODY,
                new LocalText(mask(a.offerTitle().ko()), mask(a.offerTitle().en())),
                mask(a.needTitle()),
                a.status(),
                new ApplicationText(
                        mask(text.summaryKo()), mask(text.summaryEn()), mask(text.benefit()), mask(text.plan())),
                a.since(),
                a.submittedAt(),
                null,
                null,
                null,
                new ApplicationDraft(a.draft().track(), mask(a.draft().answers()), Declaration.NONE),
                a.edits(),
                a.submissions(),
                List.of(),
                Map.of(),
                null,
                null,
                a.size());
    }

    private Answers mask(Answers answers) {
        Map<String, List<String>> masked = new LinkedHashMap<>();
        answers.values()
                .forEach((question, given) ->
                        masked.put(question, given.stream().map(this::mask).toList()));
        return new Answers(masked);
    }
}
