package dari.admin.figures;

import dari.admin.ProgramSurroundings;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who sat on the panel, who stood aside, how it voted and why, what it minuted, and what came of it. */
@Component
@Order(35)
class PanelEvidence implements EvidenceSource {

    /** Columns that name a person: the bundle names them, as it names reviewers. */
    private static final List<String> PERSONS = List.of("person", "reviewer", "granted_by", "decided_by");

    private static final List<Sheet> SHEETS = List.of(
            sheet(
                    "panel/members.csv",
                    "members",
                    "SELECT m.id, m.person, m.chair, m.appointed_at FROM panel_member m WHERE m.program_call = :call",
                    "m"),
            sheet(
                    "panel/recusals.csv",
                    "recusals",
                    "SELECT r.id, r.application, r.person, r.cause, r.note, r.recused_at FROM panel_recusal r"
                            + " JOIN application a ON a.id = r.application WHERE a.program_call = :call",
                    "r"),
            sheet(
                    "panel/ballots.csv",
                    "ballots",
                    "SELECT b.id, b.kind, b.subject, b.turn, b.status, b.outcome, b.conditions, b.minutes, b.due, b.opened_at,"
                            + " b.closed_at, b.published_at FROM panel_ballot b WHERE b.program_call = :call",
                    "b"),
            // a vote is secret until its ballot is closed, for an auditor too
            sheet(
                    "panel/votes.csv",
                    "votes",
                    "SELECT v.id, v.ballot, v.person, v.choice, v.reason, v.conditions, v.cast_at FROM panel_vote v"
                            + " JOIN panel_ballot b ON b.id = v.ballot"
                            + " WHERE b.program_call = :call AND b.closed_at IS NOT NULL",
                    "v"),
            sheet(
                    "panel/bonuses.csv",
                    "bonuses",
                    "SELECT g.id, g.application, g.code, g.points, g.reason, g.granted_by, g.granted_at FROM bonus_grant g"
                            + " WHERE g.program_call = :call",
                    "g"),
            sheet(
                    "panel/places.csv",
                    "places",
                    "SELECT p.id, p.application, p.place_no, p.points, p.state, p.accept_by, p.answered_at, p.moved_up_at,"
                            + " p.decided_by FROM ranked_place p WHERE p.program_call = :call",
                    "p"),
            sheet(
                    "panel/hospitals.csv",
                    "hospitals",
                    "SELECT h.id, h.application, h.hospital, h.dataset, h.outcome, h.changed_at FROM hospital_outcome h"
                            + " JOIN application a ON a.id = h.application WHERE a.program_call = :call",
                    "h"),
            sheet(
                    "panel/letters.csv",
                    "letters",
                    "SELECT l.id, l.application, l.kind, l.subject_ko, l.body_ko, l.subject_en, l.body_en, l.sent_at"
                            + " FROM letter l WHERE l.program_call = :call",
                    "l"),
            sheet(
                    "panel/appeals.csv",
                    "appeals",
                    "SELECT p.id, p.application, p.former, p.grounds, p.status, p.reason, p.raised_at, p.answered_at"
                            + " FROM appeal p WHERE p.program_call = :call",
                    "p"),
            sheet(
                    "panel/appeal-answers.csv",
                    "appealAnswers",
                    "SELECT h.id, h.appeal, h.person, h.uphold, h.reason, h.appointed_at, h.answered_at FROM appeal_handler h"
                            + " JOIN appeal p ON p.id = h.appeal WHERE p.program_call = :call",
                    "h"),
            sheet(
                    "reviews/found-conflicts.csv",
                    "foundConflicts",
                    "SELECT f.* FROM found_conflict f JOIN application a ON a.id = f.application"
                            + " WHERE a.program_call = :call",
                    "f"));

    private final EvidenceTables tables;
    private final ProgramSurroundings surroundings;

    PanelEvidence(EvidenceTables tables, ProgramSurroundings surroundings) {
        this.tables = tables;
        this.surroundings = surroundings;
    }

    private record Sheet(String path, String titleKey, String sql) {}

    private static Sheet sheet(String path, String title, String sql, String table) {
        return new Sheet(
                path,
                "figures.evidence." + title,
                sql + " AND " + table + ".id > :after ORDER BY " + table + ".id LIMIT :batch");
    }

    @Override
    public void write(Scope scope, Folder folder) throws IOException {
        for (Sheet sheet : SHEETS) {
            folder.text(sheet.path(), sheet.titleKey(), out -> {
                boolean[] headed = {false};
                tables.rows(scope.call(), sheet.sql(), row -> {
                    if (!headed[0]) {
                        CsvLine.write(out, row.keySet().toArray());
                        headed[0] = true;
                    }
                    CsvLine.write(
                            out,
                            row.entrySet().stream()
                                    .map(cell -> shown(cell.getKey(), cell.getValue()))
                                    .toArray());
                });
            });
        }
    }

    private @Nullable Object shown(String column, @Nullable Object value) {
        if (value instanceof byte[] bytes) {
            UUID id = FigureTables.id(bytes);
            return PERSONS.contains(column) ? surroundings.personName(id) : id;
        }
        if (value instanceof Timestamp at) {
            return at.toInstant();
        }
        return value instanceof LocalDateTime at ? at.toInstant(ZoneOffset.UTC) : value;
    }
}
