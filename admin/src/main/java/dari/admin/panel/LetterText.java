package dari.admin.panel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A letter, or its template, in both languages. Variables of a template stand in braces: {@code {applicant}}. */
public record LetterText(String subjectKo, String bodyKo, String subjectEn, String bodyEn) {

    /** The fixed list of variables, each named in the bundles as {@code panel.letter.variable.<name>}. */
    public static final List<String> VARIABLES = List.of(
            "applicant",
            "hospital",
            "dataset",
            "call",
            "reason",
            "conditions",
            "points",
            "place",
            "acceptBy",
            "appealUntil",
            "date");

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    /** What stands in braces in a text and is no variable; a lone brace counts as one. */
    static List<String> unknown(String text) {
        List<String> bad = VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !VARIABLES.contains(name))
                .distinct()
                .toList();
        String rest = VARIABLE.matcher(text).replaceAll("");
        return bad.isEmpty() && (rest.contains("{") || rest.contains("}")) ? List.of("{") : bad;
    }

    boolean isSound() {
        return unknown(subjectKo).isEmpty()
                && unknown(bodyKo).isEmpty()
                && unknown(subjectEn).isEmpty()
                && unknown(bodyEn).isEmpty();
    }

    /** The text with every variable replaced: values of both languages by the name of the variable. */
    LetterText filled(Map<String, String> korean, Map<String, String> english) {
        return new LetterText(
                fill(subjectKo, korean), fill(bodyKo, korean), fill(subjectEn, english), fill(bodyEn, english));
    }

    private static String fill(String text, Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")))
                .strip();
    }

    public String subject(Locale locale) {
        return locale.getLanguage().equals("en") ? subjectEn : subjectKo;
    }

    public String body(Locale locale) {
        return locale.getLanguage().equals("en") ? bodyEn : bodyKo;
    }
}
