package dari.provisioner.profile;

import dari.provisioner.engine.SourceTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds, by the names that real models use, which columns name persons and which refer to other tables. */
final class Keys {

    private static final Set<String> PERSON_KEYS = Set.of(
            "person_id",
            "patient_id",
            "patient",
            "patientid",
            "subject_id",
            "patient_nbr",
            "환자번호",
            "환자id",
            "환자등록번호",
            "등록번호",
            "병록번호",
            "차트번호");
    static final Set<String> PERSON_TABLES = Set.of("person", "persons", "patient", "patients", "환자", "환자정보", "환자기본");

    private final List<SourceTable> tables;

    Keys(List<SourceTable> tables) {
        this.tables = tables;
    }

    Optional<String> personKey(SourceTable table) {
        boolean persons = PERSON_TABLES.contains(lower(table.name()));
        return table.columns().stream()
                .filter(c -> PERSON_KEYS.contains(lower(c)) || (persons && lower(c).equals("id")))
                .findFirst();
    }

    /** The table's own key, by name: {@code id} or {@code TABLE_id}. */
    Optional<String> ownKey(SourceTable table) {
        return table.column("id").or(() -> table.column(table.name() + "_id"));
    }

    /** The table a column refers to: named after it, with or without {@code _id} or a plural s. */
    Optional<SourceTable> refersTo(SourceTable table, String column) {
        String stem = singular(lower(column).replaceAll("_?id$", ""));
        if (stem.isEmpty()) {
            return Optional.empty();
        }
        return tables.stream()
                .filter(t -> !t.equals(table)
                        && singular(lower(t.name())).equals(stem)
                        && ownKey(t).isPresent())
                .findFirst();
    }

    /** Whether a column only links rows: it is a key, refers to one, or ends in {@code _id} without being a concept. */
    boolean isKey(SourceTable table, String column) {
        String name = lower(column);
        return personKey(table).filter(column::equals).isPresent()
                || ownKey(table).filter(column::equals).isPresent()
                || refersTo(table, column).isPresent()
                || (name.endsWith("_id") && !name.endsWith("concept_id") && !name.equals("location_id"));
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
