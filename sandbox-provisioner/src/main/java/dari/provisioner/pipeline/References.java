package dari.provisioner.pipeline;

import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.Treatment;
import dari.provisioner.release.Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts references that point at nothing. Columns of one pseudonym space refer to the one among them whose values are all
 * different; real sources hold dangling references, so they are reported and never fatal.
 */
final class References {

    private record Place(PlannedTable table, PlannedTable.Column column) {}

    private final DuckDb engine;
    private final Map<String, List<Place>> places = new HashMap<>();

    /** Whether a column's values are all different; asked once, since it is dear in a large table. */
    private final Map<Place, Boolean> keys = new HashMap<>();

    References(DuckDb engine, List<PlannedTable> tables) {
        this.engine = engine;
        for (PlannedTable table : tables) {
            for (PlannedTable.Column column : table.columns()) {
                if (column.recipe().treatment() instanceof Treatment.Pseudonym pseudonym) {
                    places.computeIfAbsent(pseudonym.space(), s -> new ArrayList<>())
                            .add(new Place(table, column));
                }
            }
        }
    }

    /** In the released tables, which are all in the engine. */
    List<Certificate.Dangling> danglingIn(PlannedTable table) {
        List<Certificate.Dangling> dangling = new ArrayList<>();
        for (PlannedTable.Column column : table.columns()) {
            if (column.recipe().treatment() instanceof Treatment.Pseudonym pseudonym) {
                places.getOrDefault(pseudonym.space(), List.of()).stream()
                        .filter(p -> !p.table().equals(table) && keys.computeIfAbsent(p, this::isKey))
                        .findFirst()
                        .map(owner -> count(table, column, owner))
                        .filter(d -> d.rows() > 0)
                        .ifPresent(dangling::add);
            }
        }
        return dangling;
    }

    private boolean isKey(Place place) {
        String name = Sql.name(place.column().name());
        return engine.number("SELECT count(" + name + ") - count(DISTINCT " + name + ") FROM "
                        + ReleasedTables.relation(place.table()))
                == 0;
    }

    private Certificate.Dangling count(PlannedTable table, PlannedTable.Column column, Place owner) {
        long rows = engine.number("SELECT count(*) FROM " + ReleasedTables.relation(table) + " s WHERE "
                + Sql.name(column.name()) + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
                + ReleasedTables.relation(owner.table()) + " o WHERE o."
                + Sql.name(owner.column().name()) + " = s."
                + Sql.name(column.name()) + ")");
        return new Certificate.Dangling(
                column.name(), owner.table().name() + "." + owner.column().name(), rows);
    }
}
