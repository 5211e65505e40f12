package dari.admin.design;

import dari.admin.PlannedMilestone;
import dari.admin.PlannedMilestone.Holder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The steps after a decision, as typed. Rows without a title are left out. */
record MilestonesForm(@Nullable List<Row> rows) {

    private static final int ROWS = 8;
    private static final int MOST_DAYS = 3650;

    record Row(
            @Nullable String code,
            @Nullable String titleKo,
            @Nullable String titleEn,
            @Nullable Holder holder,
            @Nullable String days,
            @Nullable Boolean pays) {

        boolean isBlank() {
            return Typed.isBlank(titleKo, titleEn);
        }
    }

    static MilestonesForm of(List<PlannedMilestone> milestones) {
        List<Row> rows = new ArrayList<>(milestones.stream()
                .map(step -> new Row(
                        step.code(),
                        step.title().ko(),
                        step.title().en(),
                        step.holder(),
                        Integer.toString(step.days()),
                        step.pays()))
                .toList());
        while (rows.size() < ROWS) {
            rows.add(new Row("", "", "", Holder.STARTUP, "", false));
        }
        return new MilestonesForm(rows);
    }

    void check(BindingResult errors) {
        for (int i = 0; i < filled().size(); i++) {
            Row row = filled().get(i);
            if (row.isBlank()) {
                continue;
            }
            if (Typed.isBlank(row.titleKo()) || Typed.isBlank(row.titleEn())) {
                errors.rejectValue("rows[" + i + "].titleKo", "calls.names.missing");
            }
            if (Typed.number(row.days(), 1, MOST_DAYS).isEmpty()) {
                errors.rejectValue("rows[" + i + "].days", "calls.number.range", new Object[] {1, MOST_DAYS}, null);
            }
        }
    }

    List<PlannedMilestone> toMilestones() {
        List<PlannedMilestone> steps = new ArrayList<>();
        for (Row row : filled()) {
            if (!row.isBlank()) {
                List<String> taken = steps.stream().map(PlannedMilestone::code).toList();
                steps.add(new PlannedMilestone(
                        Typed.code(row.code(), "step-", taken),
                        Typed.text(row.titleKo(), row.titleEn()),
                        row.holder() == null ? Holder.STARTUP : row.holder(),
                        Typed.number(row.days(), 1, MOST_DAYS).orElseThrow().intValue(),
                        Typed.isTicked(row.pays())));
            }
        }
        return List.copyOf(steps);
    }

    private List<Row> filled() {
        return rows == null ? List.of() : rows;
    }
}
