package dari.agreements;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The text of an agreement in both languages, which say the same; the Korean one decides. One line is one clause. */
@SuppressWarnings("ArrayRecordComponent") // a digest handed on once, never compared by the record
record AgreementText(String clauses, String korean, String english, byte[] hash) {

    /** One clause in both languages. */
    record Line(String korean, String english) {

        /** As one line, whatever was typed. */
        static Line typed(String korean, String english) {
            return new Line(flat(korean), flat(english));
        }

        private static String flat(String text) {
            return text.strip().replaceAll("\\s+", " ");
        }
    }

    static AgreementText of(String clauses, String korean, String english) {
        MessageDigest sha = sha256();
        sha.update(korean.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        return new AgreementText(clauses, korean, english, sha.digest(english.getBytes(StandardCharsets.UTF_8)));
    }

    static AgreementText of(String clauses, List<Line> lines) {
        return of(
                clauses,
                String.join("\n", lines.stream().map(Line::korean).toList()),
                String.join("\n", lines.stream().map(Line::english).toList()));
    }

    List<Line> lines() {
        List<String> ko = korean.lines().toList();
        List<String> en = english.lines().toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < ko.size(); i++) {
            lines.add(new Line(ko.get(i), i < en.size() ? en.get(i) : ""));
        }
        return lines;
    }

    AgreementText with(int line, Line changed) {
        List<Line> lines = new ArrayList<>(lines());
        lines.set(line, changed);
        return of(clauses, lines);
    }

    /** The same text, in force until another day, whatever its clauses came to say. */
    AgreementText until(LocalDate before, LocalDate after) {
        return of(
                clauses,
                korean.replace(before.toString(), after.toString()),
                english.replace(before.toString(), after.toString()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
