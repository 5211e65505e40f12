package dari.provisioner.pipeline;

import dari.provisioner.BadInput;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.omop.OmopModel;
import java.util.List;

/** OMOP in one version: a hospital may have columns of its own, but not those that only another version has. */
final class OmopTables {

    private OmopTables() {}

    /** @throws BadInput naming the recipe's line of a column that belongs to another version */
    static void check(OmopModel model, List<PlannedTable> tables) {
        for (PlannedTable table : tables) {
            for (PlannedTable.Column column : table.columns()) {
                model.otherWith(table.name(), column.name()).ifPresent(other -> {
                    throw new BadInput(
                            column.recipe().where(),
                            "is a column of " + other.standard() + ", not of " + model.standard(),
                            "write standard: " + other.standard() + ", or leave the column out");
                });
            }
        }
    }
}
