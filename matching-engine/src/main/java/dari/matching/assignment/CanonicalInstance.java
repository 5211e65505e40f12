package dari.matching.assignment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One text for one instance, whatever the order and layout of the file it came from: JSON as in RFC 8785 (members by
 * name, no white space, only the escapes that must be), the lists of applicants, places, groups and targets by id, settled
 * and excluded pairs by applicant and place, tied ids by themselves, and every member there, empty or not.
 */
public final class CanonicalInstance {

    private CanonicalInstance() {}

    /** SHA-256 of the canonical form in UTF-8, as 64 hex digits. */
    public static String sha256(Instance instance) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text(instance).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform must have it
        }
    }

    public static String text(Instance instance) {
        return "{\"applicants\":" + list(instance.applicants(), Applicant::id, CanonicalInstance::applicant)
                + ",\"forbidden\":" + pairs(instance.forbidden())
                + ",\"forced\":" + pairs(instance.forced())
                + ",\"groups\":" + list(instance.groups(), Group::id, CanonicalInstance::group)
                + ",\"places\":" + list(instance.places(), Place::id, CanonicalInstance::place)
                + ",\"targets\":" + list(instance.targets(), Target::name, CanonicalInstance::target)
                + "}";
    }

    private static String applicant(Applicant applicant) {
        String attributes = new TreeMap<>(applicant.attributes())
                .entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
        return "{\"attributes\":" + attributes + ",\"id\":" + quoted(applicant.id()) + ",\"prefs\":"
                + tiers(applicant.wishes()) + "}";
    }

    private static String place(Place place) {
        String group = place.group();
        return "{\"capacity\":" + place.capacity() + ",\"group\":" + (group == null ? "null" : quoted(group))
                + ",\"id\":" + quoted(place.id()) + ",\"minimum\":" + place.minimum() + ",\"prefs\":"
                + tiers(place.wishes()) + "}";
    }

    private static String group(Group group) {
        return "{\"capacity\":" + group.capacity() + ",\"id\":" + quoted(group.id()) + ",\"minimum\":" + group.minimum()
                + "}";
    }

    private static String target(Target target) {
        String at = target.at();
        return "{\"at\":" + (at == null ? "null" : quoted(at)) + ",\"atLeast\":" + target.atLeast()
                + ",\"attribute\":" + quoted(target.attribute()) + ",\"name\":" + quoted(target.name())
                + ",\"value\":" + quoted(target.value()) + "}";
    }

    private static String pairs(List<Pair> pairs) {
        return pairs.stream()
                .distinct()
                .sorted(Comparator.comparing(Pair::applicant).thenComparing(Pair::place))
                .map(pair -> "{\"applicant\":" + quoted(pair.applicant()) + ",\"place\":" + quoted(pair.place()) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Every tier as a list of its ids, also a tier of one. */
    private static String tiers(List<List<String>> tiers) {
        return tiers.stream()
                .filter(tier -> !tier.isEmpty())
                .map(tier -> list(tier, Function.identity(), CanonicalInstance::quoted))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static <T> String list(List<T> values, Function<T, String> id, Function<T, String> text) {
        return values.stream().sorted(Comparator.comparing(id)).map(text).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' ? String.format("\\u%04x", (int) c) : Character.toString(c));
            }
        }
        return quoted.append('"').toString();
    }
}
