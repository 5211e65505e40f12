package dari.provisioner.count;

import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.count.CountMapping.Event;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.ExcludedPersons;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.SourceTable;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.WorkFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts the persons of a source who meet a question's criteria. */
public final class Counting {

    private final Clock clock;

    public Counting(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param excluded who counts nowhere
     * @param memory limit of the table engine, for example {@code 2g}
     * @throws Refused naming the criterion that the hospital's mapping does not know
     * @throws BadInput when the source, or a column of the mapping, is not there
     */
    public CountAnswer count(
            CountQuestion question, CountMapping mapping, Path source, ExcludedPersons excluded, String memory) {
        question.require();
        try (WorkFolder work = WorkFolder.create();
                DuckDb engine = DuckDb.open(memory, work.path())) {
            SourceDirectory directory = SourceDirectory.open(engine, source, name -> 0, excluded);
            long persons = engine.number(new Query(directory, mapping, question).sql());
            return CountAnswer.of(question, persons, clock.instant());
        }
    }

    /** The one statement of a question; every name comes from the hospital's mapping, every value is quoted. */
    private record Query(SourceDirectory source, CountMapping mapping, CountQuestion question) {

        String sql() {
            Place person = place(mapping.person());
            List<String> conditions = new ArrayList<>();
            if (question.ageYear() != null) {
                conditions.addAll(age(person));
            }
            if (question.sex() != null) {
                conditions.add(same(person, mapping.sex(), "sex") + " = " + Sql.text(sexValue()));
            }
            boolean dated = question.from() != null || question.to() != null;
            boolean byDiagnosis = !question.diagnoses().isEmpty() || (dated && question.kind() == null);
            if (byDiagnosis) {
                conditions.add(event(known(mapping.diagnosis(), "diagnosis"), question.diagnoses(), person));
            }
            String kind = question.kind();
            if (kind != null) {
                conditions.add(event(known(mapping.kinds().get(kind), "kind"), List.of(), person));
            }
            return "SELECT count(DISTINCT p." + person.column() + ") FROM " + person.table() + " p WHERE "
                    + String.join(" AND ", conditions);
        }

        private List<String> age(Place person) {
            String year = "TRY_CAST(left(" + same(person, mapping.birth(), "age") + ", 4) AS INTEGER)";
            String age = "(" + question.ageYear() + " - " + year + ")";
            List<String> conditions = new ArrayList<>();
            if (question.ageFrom() != null) {
                conditions.add(age + " >= " + question.ageFrom());
            }
            if (question.ageTo() != null) {
                conditions.add(age + " <= " + question.ageTo());
            }
            return conditions;
        }

        private String sexValue() {
            return known("F".equals(question.sex()) ? mapping.female() : mapping.male(), "sex");
        }

        private String event(Event event, List<String> codes, Place person) {
            Place of = place(event.person());
            List<String> conditions = new ArrayList<>(List.of("e." + of.column() + " = p." + person.column()));
            if (!codes.isEmpty()) {
                Place code = place(known(event.code(), "diagnosis"));
                conditions.add("upper(e." + code.column() + ") IN ("
                        + codes.stream().map(Sql::text).collect(Collectors.joining(", ")) + ")");
            }
            if (question.from() != null || question.to() != null) {
                String day =
                        "TRY_CAST(left(e." + place(known(event.day(), "period")).column() + ", 10) AS DATE)";
                if (question.from() != null) {
                    conditions.add(day + " >= DATE " + Sql.text(question.from().toString()));
                }
                if (question.to() != null) {
                    conditions.add(day + " <= DATE " + Sql.text(question.to().toString()));
                }
            }
            return "EXISTS (SELECT 1 FROM " + of.table() + " e WHERE " + String.join(" AND ", conditions) + ")";
        }

        private String same(Place person, @Nullable String column, String criterion) {
            Place found = place(known(column, criterion));
            if (!found.table().equals(person.table())) {
                throw new BadInput(
                        "counts", "another table than the person's holds " + criterion, "name its own column");
            }
            return "p." + found.column();
        }

        private Place place(String tableAndColumn) {
            int dot = tableAndColumn.indexOf('.');
            SourceTable table = source.table(dot < 0 ? tableAndColumn : tableAndColumn.substring(0, dot))
                    .orElseThrow(() -> missing(tableAndColumn));
            String column = table.column(tableAndColumn.substring(dot + 1)).orElseThrow(() -> missing(tableAndColumn));
            return new Place(Sql.name(table.view()), Sql.name(column));
        }

        private static BadInput missing(String column) {
            return new BadInput("counts", "the source has no " + column, "name a table and column of the source");
        }

        private static <T> T known(@Nullable T named, String criterion) {
            if (named == null) {
                throw new Refused("count." + criterion);
            }
            return named;
        }
    }

    /** Both quoted. */
    private record Place(String table, String column) {}
}
