package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.recipe.TableRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes the different codes of a table's persons class by class, and writes down which are grouped: see {@link CodeSets#protect}. */
final class GroupedCodes {

    private final DuckDb engine;
    private final String grouped;
    private final TableRecipe.History history;
    private final IntList members = new IntList();
    private final List<IntList> codes = new ArrayList<>();
    private int current = -1;
    private long before;
    private long kept;

    /** @param grouped engine table (member, number of the code) to write to */
    GroupedCodes(DuckDb engine, String grouped, TableRecipe.History history) {
        this.engine = engine;
        this.grouped = grouped;
        this.history = history;
    }

    /** Members of one class, and codes of one member, come together. */
    void add(int member, int group, int code) {
        if (group != current) {
            finish();
            current = group;
        }
        if (members.size() == 0 || members.get(members.size() - 1) != member) {
            members.add(member);
            codes.add(new IntList());
        }
        codes.get(codes.size() - 1).add(code);
    }

    /** Writes the last class. */
    void finish() {
        List<int[]> sets = new ArrayList<>(codes.size());
        for (IntList list : codes) {
            sets.add(list.toArray());
            before += list.size();
        }
        List<int[]> left = protect(sets);
        engine.append(grouped, appender -> {
            for (int i = 0; i < sets.size(); i++) {
                kept += left.get(i).length;
                for (int code : sets.get(i)) {
                    if (Arrays.binarySearch(left.get(i), code) < 0) {
                        appender.beginRow();
                        appender.append(members.get(i));
                        appender.append(code);
                        appender.endRow();
                    }
                }
            }
        });
        members.clear();
        codes.clear();
    }

    /** With the class's own numbers for its codes: arrays over all codes of a table would be long. */
    private List<int[]> protect(List<int[]> sets) {
        int[] own =
                sets.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
        List<int[]> numbered = sets.stream()
                .map(set -> Arrays.stream(set)
                        .map(code -> Arrays.binarySearch(own, code))
                        .toArray())
                .toList();
        return CodeSets.protect(numbered, history.minPersons(), history.known()).stream()
                .map(set -> Arrays.stream(set).map(number -> own[number]).toArray())
                .toList();
    }

    long before() {
        return before;
    }

    long kept() {
        return kept;
    }
}
