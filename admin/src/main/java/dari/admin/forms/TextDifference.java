package dari.admin.forms;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What changed between two versions of a text, word by word, in reading order. */
public record TextDifference(List<Piece> pieces) {

    /** @param kind kept, removed or added */
    public record Piece(Kind kind, String text) {}

    public enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }

    public TextDifference {
        pieces = List.copyOf(pieces);
    }

    public static TextDifference between(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            add(pieces, Kind.KEPT, old.subList(at, delta.getSource().getPosition()));
            add(pieces, Kind.REMOVED, delta.getSource().getLines());
            add(pieces, Kind.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Kind.KEPT, old.subList(at, old.size()));
        return new TextDifference(pieces);
    }

    public boolean isUnchanged() {
        return pieces.stream().allMatch(piece -> piece.kind() == Kind.KEPT);
    }

    /** Words with the space that follows them, so that joining gives the text again. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\\s)(?=\\S)"));
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }
}
