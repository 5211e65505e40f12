package dari.api.door;

import java.util.List;
import java.util.Map;

/**
 * Something that went wrong, before it is put into words.
 *
 * @param detailKey message that says what happened and what to do
 * @param fields what is wrong with which field of the body, in finished sentences
 * @param headers that go with the answer
 */
record Problem(
        ProblemKind kind,
        String detailKey,
        List<Object> arguments,
        List<FieldProblem> fields,
        Map<String, String> headers) {

    Problem {
        arguments = List.copyOf(arguments);
        fields = List.copyOf(fields);
        headers = Map.copyOf(headers);
    }

    static Problem of(ProblemKind kind, Object... arguments) {
        return new Problem(kind, "api.problem." + kind.code() + ".detail", List.of(arguments), List.of(), Map.of());
    }

    /** A rule of the domain, in its own words. */
    static Problem ofRule(String messageKey, List<Object> arguments) {
        return new Problem(ProblemKind.RULE, messageKey, arguments, List.of(), Map.of());
    }

    static Problem ofFields(ProblemKind kind, List<FieldProblem> fields) {
        return new Problem(kind, "api.problem." + kind.code() + ".detail", List.of(), fields, Map.of());
    }

    Problem with(String header, String value) {
        return new Problem(kind, detailKey, arguments, fields, Map.of(header, value));
    }
}
