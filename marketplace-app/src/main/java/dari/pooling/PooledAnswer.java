package dari.pooling;

import dari.organizations.OrganizationFacts;
import dari.provisioner.query.QueryAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one question gave at each hospital. */
public record PooledAnswer(List<Part> parts) {

    public PooledAnswer {
        parts = List.copyOf(parts);
    }

    /** @param answer null where access is closed */
    public record Part(
            String number,
            OrganizationFacts hospital,
            @Nullable QueryAnswer answer) {}

    /** A row with the part it is from. */
    public record Row(String part, List<@Nullable String> values) {}

    /** The columns, when every answer has the same ones by name; else empty, and the answers are shown one by one. */
    public List<QueryAnswer.Column> columns() {
        Map<List<String>, List<QueryAnswer.Column>> found = new HashMap<>();
        for (Part part : parts) {
            QueryAnswer answer = part.answer();
            if (answer != null && answer.problem() == null) {
                found.put(
                        answer.columns().stream().map(QueryAnswer.Column::name).toList(), answer.columns());
            }
        }
        return found.size() == 1 ? found.values().iterator().next() : List.of();
    }

    /** The rows of all under one another. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Part part : parts) {
            QueryAnswer answer = part.answer();
            if (answer != null && answer.problem() == null) {
                answer.rows().forEach(row -> rows.add(new Row(part.number(), row)));
            }
        }
        return rows;
    }
}
