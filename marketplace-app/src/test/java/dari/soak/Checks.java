package dari.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Looks at what lies in the database and on the disk, by statements and walks of its own: nothing here asks the code that wrote
 * it. Each check answers with what is wrong, in a line that names the project.
 */
final class Checks {

    /** Folders of the home directory that hold nothing of a project. */
    private static final Set<String> OTHERS = Set.of("keys", "index", "mariadb", "demo");

    private final Database database;
    private final Path home;

    Checks(Database database, Path home) {
        this.database = database;
        this.home = home;
    }

    /**
     * Sandboxes that stand open although a condition does not hold.
     *
     * @param today in the program's zone
     */
    List<String> openWithoutConditions(LocalDate today) throws SQLException {
        return rows("""
            SELECT CONCAT(p.number, ' is ', s.status, ': project ', p.status, ', approval ', p.approval, ' until ',
                COALESCE(p.approval_until, '-'), ', agreement until ', COALESCE(a.valid_until, 'none'),
                ', invoice ', COALESCE(i.status, 'none'), ', stop ', COALESCE(HEX(x.id), 'none'),
                ', days until ', COALESCE(s.expires_on, '-'))
            FROM sandbox s JOIN project p ON p.id = s.project
            LEFT JOIN agreement a ON a.project = p.id AND a.status = 'EFFECTIVE'
            LEFT JOIN invoice i ON i.project = p.id
            LEFT JOIN access_stop x ON x.project = p.id AND x.lifted_at IS NULL
            WHERE s.status IN ('READY', 'ACTIVE')
              AND (p.status = 'ENDED' OR p.approval = 'TO_APPLY' OR p.approval_until < '%1$s'
                OR a.id IS NULL OR a.valid_until < '%1$s'
                OR i.id IS NULL OR i.disputed_won > 0
                OR i.own_won - i.credited_own_won - i.received_won > 0
                OR x.id IS NOT NULL OR s.expires_on < '%1$s')
            """.formatted(today));
    }

    /** Sandboxes that outlived their project. */
    List<String> sandboxesWithoutEnd() throws SQLException {
        return rows("""
            SELECT CONCAT(p.number, ' has ended, its sandbox is ', s.status)
            FROM sandbox s JOIN project p ON p.id = s.project
            WHERE p.status = 'ENDED' AND s.status NOT IN ('EXPIRED', 'CANCELLED')
            """);
    }

    /** @param heldWon what the card provider's own books say is still here */
    List<String> ledger(long heldWon) throws SQLException {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(rows("""
            SELECT CONCAT('entry ', HEX(l.entry), ' adds up to ', SUM(l.amount), ' ', l.currency)
            FROM ledger_line l GROUP BY l.entry, l.currency HAVING SUM(l.amount) <> 0
            """));
        wrong.addAll(rows("""
            SELECT CONCAT('entry ', HEX(e.id), ' (', e.kind, ') has no lines')
            FROM ledger_entry e LEFT JOIN ledger_line l ON l.entry = e.id WHERE l.entry IS NULL
            """));
        // of each hospital: what was earned and taxed is owed, committed, or was received
        wrong.addAll(rows("""
            SELECT CONCAT('hospital ', HEX(i.hospital), ' adds up to ', SUM(l.amount))
            FROM ledger_entry e JOIN ledger_line l ON l.entry = e.id JOIN invoice i ON i.project = e.project
            GROUP BY i.hospital HAVING SUM(l.amount) <> 0
            """));
        wrong.addAll(rows("""
            SELECT CONCAT(p.number, ': the books say that ', COALESCE(b.owed, 0), ' is owed, the invoice ',
                i.own_won - i.credited_own_won - i.received_won - i.disputed_won)
            FROM invoice i JOIN project p ON p.id = i.project
            LEFT JOIN (SELECT e.project, SUM(l.amount) AS owed
                FROM ledger_entry e JOIN ledger_line l ON l.entry = e.id
                WHERE l.account = 'STARTUP_OWES' GROUP BY e.project) b ON b.project = i.project
            WHERE COALESCE(b.owed, 0) <> IF(i.status = 'CANCELLED', 0,
                i.own_won - i.credited_own_won - i.received_won - i.disputed_won)
            """));
        wrong.addAll(rows("""
            SELECT CONCAT(p.number, ': payments kept ', COALESCE(SUM(IF(y.status IN ('RECEIVED', 'KEPT'),
                y.won - y.returned_won, 0)), 0), ', the invoice received ', i.received_won)
            FROM invoice i JOIN project p ON p.id = i.project JOIN payment y ON y.project = i.project
            WHERE NOT EXISTS (SELECT 1 FROM refund r WHERE r.project = i.project AND r.payment IS NULL
                AND r.status = 'PAID')
            GROUP BY p.number, i.received_won
            HAVING COALESCE(SUM(IF(y.status IN ('RECEIVED', 'KEPT'), y.won - y.returned_won, 0)), 0)
                <> i.received_won
            """));
        wrong.addAll(rows("""
            SELECT CONCAT('the books hold ', COALESCE(SUM(l.amount), 0), ' at the card provider, its own say %1$d')
            FROM ledger_line l WHERE l.account IN ('CARD', 'CARD_DISPUTED')
            HAVING COALESCE(SUM(l.amount), 0) <> %1$d
            """.formatted(heldWon)));
        wrong.addAll(rows("""
            SELECT CONCAT(SUM(l.amount), ' on ', l.account, ' has no place')
            FROM ledger_line l WHERE l.account IN ('UNPLACED', 'CARD_DISPUTED')
            GROUP BY l.account HAVING SUM(l.amount) <> 0
            """));
        return wrong;
    }

    /** The chain has every row, in one row of places. */
    List<String> history() throws SQLException {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(rows("""
            SELECT CONCAT(COUNT(*), ' rows are not sealed') FROM history WHERE position IS NULL HAVING COUNT(*) > 0
            """));
        wrong.addAll(rows("""
            SELECT CONCAT('places 1 to ', MAX(position), ' hold ', COUNT(*), ' rows') FROM history
            WHERE position IS NOT NULL HAVING COUNT(*) <> MAX(position)
            """));
        // what happened to a project has left its trace, and once only
        wrong.addAll(rows("""
            SELECT CONCAT(p.number, ' was ', h.action, ' ', COUNT(*), ' times')
            FROM project p JOIN history h ON h.subject = p.id
            WHERE h.action IN ('project.made', 'project.ended', 'agreement.drafted', 'invoice.written',
                'sandbox.requested', 'sandbox.destroyed')
            GROUP BY p.number, h.action HAVING COUNT(*) > 1
            """));
        wrong.addAll(rows("""
            SELECT CONCAT(p.number, ' has ended without a word in the history') FROM project p
            WHERE p.status = 'ENDED' AND NOT EXISTS
                (SELECT 1 FROM history h WHERE h.subject = p.id AND h.action = 'project.ended')
            """));
        return wrong;
    }

    /** Files that no row knows, and rows whose file is gone. */
    List<String> files() throws SQLException {
        List<String> wrong = new ArrayList<>();
        Set<String> withRelease =
                ids("SELECT id FROM sandbox WHERE status IN ('IN_REVIEW', 'READY', 'ACTIVE', 'SUSPENDED')");
        Set<String> mayHaveRelease = new HashSet<>(withRelease);
        mayHaveRelease.addAll(ids("SELECT id FROM sandbox WHERE status = 'HELD'"));
        compare("releases/kept", withRelease, mayHaveRelease, wrong);
        Set<String> gathering = ids("SELECT id FROM sandbox WHERE status IN ('GENERATING', 'RECIPE_SET', 'HELD')");
        compare("releases/incoming", Set.of(), gathering, wrong);
        compare("uploads", Set.of(), ids("SELECT subject FROM agent_upload"), wrong);
        Set<String> documents = ids("SELECT id FROM document_file");
        compareSpread("documents", documents, wrong);
        compareSpread(
                "exports",
                ids("SELECT id FROM export_file WHERE blocked = FALSE"
                        + " UNION SELECT marked FROM export_file WHERE marked IS NOT NULL"),
                wrong);
        for (String folder : names(home)) {
            if (!OTHERS.contains(folder)
                    && !Set.of("releases", "uploads", "documents", "exports").contains(folder)) {
                wrong.add("nobody knows " + folder + " in the home directory");
            }
        }
        return wrong;
    }

    /** Copies of releases in the directory of temporary files, once nothing runs any more. */
    static List<String> temporary(Path folder) {
        return names(folder).stream()
                .filter(name -> name.startsWith("dari-"))
                .map(name -> "a copy was left behind: tmp/" + name)
                .toList();
    }

    /** What a program still owes: events that nobody heard, tasks that failed. */
    List<String> unheard() throws SQLException {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(rows("""
            SELECT CONCAT('not heard: ', event_type, ' by ', listener_id, ' ', COUNT(*), ' times')
            FROM event_publication WHERE completion_date IS NULL GROUP BY event_type, listener_id
            """));
        wrong.addAll(rows("""
            SELECT CONCAT('task ', task_name, ' failed ', consecutive_failures, ' times in a row')
            FROM scheduled_tasks WHERE consecutive_failures > 2
            """));
        return wrong;
    }

    /** Keys of an agent whose projects are all over. */
    static List<String> keys(Path state) {
        return names(state.resolve("keys")).stream()
                .map(name -> "a key is left at the agent: " + state.getFileName() + "/keys/" + name)
                .toList();
    }

    private void compare(String folder, Set<String> needed, Set<String> allowed, List<String> wrong) {
        Set<String> there = new HashSet<>(names(home.resolve(folder)));
        needed.stream().filter(id -> !there.contains(id)).forEach(id -> wrong.add(folder + "/" + id + " is missing"));
        there.stream()
                .filter(id -> !allowed.contains(id))
                .forEach(id -> wrong.add(folder + "/" + id + " is an orphan"));
    }

    private void compareSpread(String folder, Set<String> known, List<String> wrong) {
        Set<String> there = new HashSet<>();
        names(home.resolve(folder))
                .forEach(spread -> there.addAll(names(home.resolve(folder).resolve(spread))));
        known.stream().filter(id -> !there.contains(id)).forEach(id -> wrong.add(folder + "/" + id + " is missing"));
        there.stream().filter(id -> !known.contains(id)).forEach(id -> wrong.add(folder + "/" + id + " is an orphan"));
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> String.valueOf(path.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.look();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private Set<String> ids(String sql) throws SQLException {
        try (Connection connection = database.look();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Set<String> found = new HashSet<>();
            while (rows.next()) {
                ByteBuffer bytes = ByteBuffer.wrap(rows.getBytes(1));
                found.add(new UUID(bytes.getLong(), bytes.getLong()).toString());
            }
            return found;
        }
    }
}
