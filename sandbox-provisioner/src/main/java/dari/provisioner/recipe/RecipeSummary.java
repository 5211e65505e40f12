package dari.provisioner.recipe;

import dari.provisioner.Words;
import java.util.List;

/** A recipe as a page shows it: what each table and column becomes. */
public record RecipeSummary(PrivacyModel privacy, AssessmentLevel assessment, List<Table> tables) {

    public RecipeSummary {
        tables = List.copyOf(tables);
    }

    /** @param othersDropped whether columns that are not listed are dropped */
    public record Table(String name, boolean othersDropped, List<Column> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    public record Column(String name, Role role, Words treatment) {}
}
