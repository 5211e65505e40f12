package dari.provisioner;

import java.util.List;

/**
 * A sentence for people, as a stable key with its arguments and already written out in both languages.
 *
 * @param key stable name of the sentence, for callers that keep their own wording
 * @param args what was filled in, as text
 */
public record Words(String key, List<String> args, String ko, String en) {
    public Words {
        args = List.copyOf(args);
    }

    /** A sentence without arguments. */
    public static Words of(String key, String ko, String en) {
        return new Words(key, List.of(), ko, en);
    }

    /** Fills {@code {0}}, {@code {1}} … of both sentences. */
    public static Words of(String key, String ko, String en, Object... args) {
        List<String> filled = java.util.Arrays.stream(args).map(String::valueOf).toList();
        return new Words(key, filled, fill(ko, filled), fill(en, filled));
    }

    private static String fill(String sentence, List<String> args) {
        String text = sentence;
        for (int i = 0; i < args.size(); i++) {
            text = text.replace("{" + i + "}", args.get(i));
        }
        return text;
    }
}
