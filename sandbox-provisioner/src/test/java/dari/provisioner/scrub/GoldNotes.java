package dari.provisioner.scrub;

import dari.provisioner.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes labelled notes out of the hand-written ones beside the test resources: {@code @pool NAME} lists words,
 * {@code @note ID} is a note, {@code @clean LANG N} a list of sentences of which N notes without identifiers are made.
 */
final class GoldNotes {

    private static final Pattern MARK =
            Pattern.compile("\\[\\[([A-Z]+)\\|([^\\]]+)\\]\\]|<<([A-Z]+):([a-z]+)(=[0-9])?>>");
    private static final int COPIES = 4;

    private final Map<String, List<String>> pools = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private record Label(int start, int end, String type) {}

    private GoldNotes() {}

    /** One JSON object a line: {@code {"id","text","spans":[{"start","end","type"}]}}. */
    static String expand(String source) {
        GoldNotes notes = new GoldNotes();
        String command = "";
        List<String> body = new ArrayList<>();
        for (String line : (source + "\n@end").split("\n", -1)) {
            if (line.startsWith("@")) {
                notes.section(command, body);
                command = line;
                body.clear();
            } else if (!line.startsWith("#")) {
                body.add(line);
            }
        }
        return String.join("\n", notes.lines) + "\n";
    }

    private void section(String command, List<String> body) {
        String[] words = command.split(" ", -1);
        List<String> filled = body.stream().filter(l -> !l.isBlank()).toList();
        switch (words[0]) {
            case "@pool" -> pools.put(words[1], filled);
            case "@note" -> note(words[1], String.join("\n", body).strip());
            case "@clean" -> clean(words[1], Integer.parseInt(words[2]), filled);
            default -> {}
        }
    }

    private void note(String id, String marked) {
        if (!marked.contains("<<")) {
            write(id, marked, new Random(0));
            return;
        }
        for (int copy = 1; copy <= COPIES; copy++) {
            write(id + "#" + copy, marked, new Random((id + copy).hashCode()));
        }
    }

    private void clean(String language, int count, List<String> sentences) {
        for (int i = 1; i <= count; i++) {
            Random random = new Random((language + i).hashCode());
            List<String> shuffled = new ArrayList<>(sentences);
            Collections.shuffle(shuffled, random);
            String text = shuffled.stream().limit(4 + random.nextInt(5)).collect(Collectors.joining(" "));
            write(language + "-clean-mix-" + i, text, random);
        }
    }

    private void write(String id, String marked, Random random) {
        StringBuilder text = new StringBuilder();
        List<Label> spans = new ArrayList<>();
        Map<String, String> drawn = new HashMap<>();
        Matcher mark = MARK.matcher(marked);
        int at = 0;
        while (mark.find()) {
            text.append(marked, at, mark.start());
            at = mark.end();
            boolean literal = mark.group(1) != null;
            String words = literal ? mark.group(2) : draw(mark, drawn, random);
            spans.add(
                    new Label(text.length(), text.length() + words.length(), literal ? mark.group(1) : mark.group(3)));
            text.append(words);
        }
        text.append(marked.substring(at));
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("id", id);
        note.put("text", text.toString());
        note.put("spans", spans);
        lines.add(Json.mapper()
                .writer()
                .without(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(note));
    }

    /** Within a note no two draws give the same words, unless they share a number. */
    private String draw(Matcher mark, Map<String, String> drawn, Random random) {
        String key = mark.group(4) + (mark.group(5) == null ? "@" + drawn.size() : mark.group(5));
        List<String> left = new ArrayList<>(pools.get(mark.group(4)));
        if (!drawn.containsKey(key)) {
            if (left.size() > drawn.size()) {
                left.removeAll(drawn.values());
            }
            drawn.put(key, left.get(random.nextInt(left.size())));
        }
        return drawn.get(key);
    }

    /** Writes {@code X.txt} of a folder out as {@code X.jsonl}. */
    public static void main(String[] folder) throws IOException {
        try (var files = Files.list(Path.of(folder[0]))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
                Path out = Path.of(file.toString().replaceAll("txt$", "jsonl"));
                Files.writeString(out, expand(Files.readString(file, StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
            }
        }
    }
}
