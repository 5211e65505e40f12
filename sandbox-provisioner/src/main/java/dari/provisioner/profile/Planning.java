package dari.provisioner.profile;

import dari.provisioner.BadInput;
import dari.provisioner.profile.Profile.ProposedRole;
import dari.provisioner.release.Distribution;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the recipe that a profile suggests, with a comment on every decision the steward should look at. */
public final class Planning {

    /** Table names that a recipe can have. */
    private static final Pattern TABLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,62}");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Below this many persons a large k would suppress or blur too much. */
    private static final int MANY_PERSONS = 1000;

    private final Profile profile;
    private final StringBuilder text = new StringBuilder();
    private final List<String> known = new ArrayList<>();
    private final Set<Profile.Column> added = new HashSet<>();

    private Planning(Profile profile) {
        this.profile = profile;
    }

    /** @throws BadInput when the profile has no table, or one with a name that a recipe cannot have */
    public static String deidentify(Profile profile) {
        if (profile.tables().isEmpty()) {
            throw new BadInput("profile", "has no table", "profile a source with at least one table");
        }
        for (int i = 0; i < profile.tables().size(); i++) {
            if (!TABLE.matcher(profile.tables().get(i).name()).matches()) {
                throw new BadInput(
                        "profile tables." + i + ".name",
                        "is no name that a table of a recipe can have",
                        "name the source's file with letters, digits and _ alone, and profile it again");
            }
        }
        return new Planning(profile).write();
    }

    private String write() {
        line("# Proposed by 'plan' from a profile. Read every line: this decides what leaves the hospital.");
        line("# Columns that are not listed are dropped.");
        line("recipe: 1");
        line("goal: deidentify");
        if (profile.standard() != null) {
            line("standard: " + profile.standard());
        }
        line("tables:");
        Profile.Table persons = profile.personTable();
        List<Profile.Table> planned = profile.tables().stream()
                .filter(t -> profile.tables().size() == 1 || (t.personKey() != null && !isOnlyKeys(t)))
                .toList();
        profile.tables().stream()
                .filter(t -> !planned.contains(t))
                .forEach(t -> line("  # " + t.name() + ": left out, "
                        + (isOnlyKeys(t) ? "it holds nothing but keys" : "since no column names the person")));
        boolean nameable = addKnowledge(persons, planned.size() == 1);
        planned.forEach(table -> table(table, table.equals(persons)));
        Long people = persons.persons() == null ? persons.rows() : persons.persons();
        int k = people != null && people >= MANY_PERSONS ? 20 : 5;
        if (known.isEmpty()) {
            line("# No quasi-identifier was found: mark them with role: quasi, then add privacy: {k: " + k + "}.");
            line("assessment: none");
        } else {
            line("privacy: {k: " + k + ", recoding: local, suppressionLimit: 0.05}");
            if (!nameable) {
                line(
                        "# These columns may name hardly anybody even in the raw table: then an attack shows nothing and the release"
                                + " is held.");
                line("# In that case add columns that an acquaintance may know, as role: quasi and here.");
            }
            attack(persons, k);
            line("assessment: {holdout: 0.2}");
        }
        return text.toString();
    }

    private void attack(Profile.Table persons, int k) {
        List<Profile.Column> columns = persons.columns().stream()
                .filter(column -> known.contains(name(column.name())))
                .toList();
        Optional<Secret> secret = Secret.of(persons, columns);
        String column = secret.map(found -> name(found.column().name())).orElse("");
        boolean tested = secret.filter(found -> found.isTestable(new Knowledge(persons).named(columns), k))
                .isPresent();
        if (tested) {
            line(
                    "# secret: the column that looks most sensitive; the attacks try to guess it. Name another if that one is.");
        } else if (secret.isPresent()) {
            line(
                    "# " + column
                            + " looks most sensitive, but with k alone it would be guessed better than a stranger's, or not even");
            line("# from the raw table. To have it attacked add secret: " + column
                    + " to attack, and l or t for it to privacy.");
        } else {
            line(
                    "# No column looks sensitive: add secret: COLUMN to attack for one that nobody should be able to guess.");
        }
        line("attack: {known: [" + String.join(", ", known) + "], " + (tested ? "secret: " + column + ", " : "")
                + "events: 2}");
    }

    /**
     * Where one table is all there is, its other columns are what an acquaintance knows besides: some are protected as well,
     * until the knowledge would name persons if nothing were done.
     *
     * @return whether it would
     */
    private boolean addKnowledge(Profile.Table persons, boolean alone) {
        if (!alone) {
            return true; // histories name persons where the columns do not
        }
        Knowledge knowledge = new Knowledge(persons);
        List<Profile.Column> quasi = persons.columns().stream()
                .filter(c -> c.role() == ProposedRole.QUASI || c.role() == ProposedRole.DATE)
                .toList();
        added.addAll(quasi.stream().filter(c -> c.role() == ProposedRole.DATE).toList());
        List<Profile.Column> possible = persons.columns().stream()
                .filter(c -> c.role() == ProposedRole.OTHER
                        && !c.distribution().cells().isEmpty())
                .toList();
        List<Profile.Column> more = quasi.isEmpty() ? List.of() : knowledge.added(quasi, possible);
        added.addAll(more);
        return knowledge.suffices(Stream.concat(quasi.stream(), more.stream()).toList());
    }

    private static boolean isOnlyKeys(Profile.Table table) {
        return table.columns().stream().allMatch(column -> column.role() == ProposedRole.KEY);
    }

    private void table(Profile.Table table, boolean isPersons) {
        line("  " + name(table.name()) + ":");
        if (table.personKey() != null) {
            line("    personKey: " + name(table.personKey()));
        }
        line("    others: drop");
        line("    columns:");
        Optional<Profile.Column> code = isPersons ? Optional.empty() : code(table);
        for (Profile.Column column : table.columns()) {
            if (code.isEmpty() || code.get().equals(column) || !repeatsCode(column)) {
                column(table, column, isPersons);
            } else if (isLabel(column)) {
                line("      " + name(column.name()) + ": {do: groupRare, minPersons: 10, other: other}");
            } else {
                line("      # " + column.name()
                        + ": dropped, a second code of the same rows would tell the protected one");
            }
        }
        if (code.isPresent() && table.personKey() != null) {
            history(table, code.get());
        }
    }

    private void history(Profile.Table table, Profile.Column code) {
        String labels = table.columns().stream()
                .filter(Planning::isLabel)
                .map(c -> name(c.name()))
                .collect(Collectors.joining(", "));
        line("    # any two codes of a person are shared by five persons of its class, and so is the number of rows");
        line("    history: {code: " + name(code.name()) + ", known: 2, minPersons: 5, "
                + (labels.isEmpty() ? "" : "with: [" + labels + "], ") + "counts: alike, other: \"0\"}");
    }

    /** The column whose values an acquaintance would know: the sensitive code, else the first code. */
    private static Optional<Profile.Column> code(Profile.Table table) {
        return table.columns().stream()
                .filter(c -> c.role() == ProposedRole.SENSITIVE)
                .findFirst()
                .or(() -> table.columns().stream()
                        .filter(c -> c.role() == ProposedRole.OTHER
                                && isCode(c)
                                && !c.distribution().cells().isEmpty()) // else it is dropped
                        .findFirst());
    }

    private static boolean isCode(Profile.Column column) {
        String lower = column.name().toLowerCase(Locale.ROOT);
        return lower.endsWith("code") || lower.endsWith("concept_id");
    }

    /** Whether a column says in words what a code means. */
    private static boolean isLabel(Profile.Column column) {
        String lower = column.name().toLowerCase(Locale.ROOT);
        return lower.equals("description") || lower.equals("display") || lower.endsWith("_display");
    }

    /** Whether a column may say, in other words, what the protected code says. */
    private static boolean repeatsCode(Profile.Column column) {
        String lower = column.name().toLowerCase(Locale.ROOT);
        return isCode(column) || isLabel(column) || lower.contains("source") || lower.startsWith("reason");
    }

    private void column(Profile.Table table, Profile.Column column, boolean isPersons) {
        String name = "      " + name(column.name()) + ": ";
        String why = column.evidence().isEmpty() ? "" : "   # " + String.join(", ", column.evidence());
        if (column.name().equals(table.personKey())) {
            line(name + "{role: identifier, do: pseudonym" + asInteger(column) + "}" + why);
            return;
        }
        switch (column.role()) {
            case IDENTIFIER ->
                line("      # " + column.name() + ": dropped, names a person (" + String.join(", ", column.evidence())
                        + ")");
            case FREE_TEXT -> line("      # " + column.name() + ": dropped, free text may name persons");
            case KEY -> key(table, column, name, why);
            case QUASI -> quasi(column, name, why, isPersons);
            case DATE -> {
                boolean written = column.type().equals("date") || column.type().equals("timestamp");
                if (written && added.contains(column)) {
                    known.add(name(column.name()));
                }
                line(
                        written
                                ? name + "{do: shiftDate}" + why
                                : "      # " + column.name()
                                        + ": dropped, its dates are not written as YYYY-MM-DD and cannot be shifted");
            }
            case SENSITIVE -> line(name + "{role: sensitive, do: groupRare, minPersons: 10, other: \"0\"}" + why);
            case OTHER -> {
                if (added.contains(column)) {
                    known.add(name(column.name()));
                    line(name + "{role: quasi" + (Knowledge.hasRanges(column) ? ", hierarchy: \"builtin:number\"" : "")
                            + "}   # an acquaintance may know it, and with the others it would name persons");
                } else {
                    other(column, name, why);
                }
            }
        }
    }

    private void key(Profile.Table table, Profile.Column column, String name, String why) {
        Optional<String> target = table.references().stream()
                .filter(r -> r.column().equals(column.name()))
                .map(r -> r.refersTo().substring(0, r.refersTo().indexOf('.')))
                .findFirst();
        boolean own = column.name().equalsIgnoreCase("id") || column.name().equalsIgnoreCase(table.name() + "_id");
        if (target.isEmpty() && !own) {
            line("      # " + column.name() + ": dropped, refers to nothing in this source");
            return;
        }
        String space = target.orElse(table.name()).toLowerCase(Locale.ROOT);
        line(name + "{do: pseudonym, space: " + name(space) + asInteger(column) + "}" + why);
    }

    private void quasi(Profile.Column column, String name, String why, boolean isPersons) {
        if (!isPersons) {
            line("      # " + column.name() + ": dropped, a quasi-identifier outside the person table");
            return;
        }
        String lower = column.name().toLowerCase(Locale.ROOT);
        known.add(name(column.name()));
        boolean fine = lower.contains("month")
                || lower.contains("day")
                || lower.endsWith("datetime")
                || lower.contains("source");
        if (fine || lower.contains("death") || isMany(column)) {
            line(name + "{do: drop}" + why + "; an attacker may know it");
            return;
        }
        String hierarchy = column.type().equals("date") || column.type().equals("timestamp") || lower.contains("year")
                ? ", hierarchy: \"builtin:year\""
                : lower.equals("age") && column.type().equals("integer")
                        ? ", hierarchy: \"builtin:age\""
                        : lower.contains("zip") || lower.contains("post") ? ", hierarchy: \"builtin:zip\"" : "";
        line(name + "{role: quasi" + hierarchy + "}" + why);
    }

    /** Many places or codes would each be blurred to nothing: better to leave the column out. */
    private static boolean isMany(Profile.Column column) {
        String lower = column.name().toLowerCase(Locale.ROOT);
        boolean shaped = !column.type().equals("text") && !column.type().equals("integer");
        Long distinct = column.distinct();
        return distinct != null && distinct > 20 && !shaped && !lower.contains("year") && !lower.equals("age");
    }

    private void other(Profile.Column column, String name, String why) {
        List<Distribution.Cell> cells = column.distribution().cells();
        if (column.distribution().kind() == Distribution.Kind.HISTOGRAM && !cells.isEmpty()) {
            line(name + number(column, cells) + why);
        } else if (cells.isEmpty()) {
            line("      # " + column.name() + ": dropped, no value is common enough to show");
        } else {
            String other = isCode(column) ? "\"0\"" : "other";
            line(name + "{do: groupRare, minPersons: 10, other: " + other + "}" + why);
        }
    }

    /** Rounded to the steps of its histogram; small whole numbers are capped where the profile stops showing them. */
    private static String number(Profile.Column column, List<Distribution.Cell> cells) {
        Double from = cells.get(0).from();
        Double to = cells.get(0).to();
        Double last = cells.get(cells.size() - 1).to();
        double step = from == null || to == null ? 1 : to - from;
        if (column.type().equals("integer") && step <= 1 && from != null && last != null) {
            return "{do: cap, min: " + plain(Math.floor(from)) + ", max: " + plain(Math.floor(last)) + "}";
        }
        return "{do: round, to: " + plain(step) + "}";
    }

    private static String plain(double number) {
        return number == 0
                ? "0"
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String asInteger(Profile.Column column) {
        return column.type().equals("integer") ? ", as: int64" : "";
    }

    /** As YAML spells it. */
    static String name(String name) {
        return PLAIN.matcher(name).matches()
                ? name
                : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
