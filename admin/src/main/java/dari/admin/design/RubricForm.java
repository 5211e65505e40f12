package dari.admin.design;

import dari.admin.Rubric;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Criteria of a rubric, as typed. Rows without a title are left out. */
record RubricForm(@Nullable String most, @Nullable List<Row> rows) {

    private static final int ROWS = 8;

    record Row(
            @Nullable String code,
            @Nullable String titleKo,
            @Nullable String titleEn,
            @Nullable String weight,
            @Nullable String lowKo,
            @Nullable String lowEn,
            @Nullable String highKo,
            @Nullable String highEn) {

        static final Row BLANK = new Row("", "", "", "", "", "", "", "");

        boolean isBlank() {
            return Typed.isBlank(titleKo, titleEn, weight);
        }

        boolean isNamed() {
            return !Typed.isBlank(titleKo) && !Typed.isBlank(titleEn);
        }
    }

    static RubricForm of(Rubric rubric) {
        List<Row> rows = new ArrayList<>(rubric.criteria().stream()
                .map(c -> new Row(
                        c.code(),
                        c.title().ko(),
                        c.title().en(),
                        Integer.toString(c.weight()),
                        c.low().ko(),
                        c.low().en(),
                        c.high().ko(),
                        c.high().en()))
                .toList());
        while (rows.size() < ROWS) {
            rows.add(Row.BLANK);
        }
        return new RubricForm(Integer.toString(rubric.most()), rows);
    }

    void check(BindingResult errors) {
        if (Typed.number(most, 2, 10).isEmpty()) {
            errors.rejectValue("most", "calls.scale.bad");
        }
        long sum = 0;
        for (int i = 0; i < filled().size(); i++) {
            Row row = filled().get(i);
            if (row.isBlank()) {
                continue;
            }
            if (!row.isNamed()) {
                errors.rejectValue("rows[" + i + "].titleKo", "calls.names.missing");
            }
            long weight = Typed.number(row.weight(), 1, 100).orElse(0L);
            if (weight == 0) {
                errors.rejectValue("rows[" + i + "].weight", "calls.weight.bad");
            }
            sum += weight;
        }
        if (!errors.hasErrors() && sum != 100) {
            errors.reject("calls.weights.sum", new Object[] {sum}, null);
        }
    }

    Rubric toRubric() {
        List<Rubric.Criterion> criteria = new ArrayList<>();
        for (Row row : filled()) {
            if (!row.isBlank()) {
                List<String> taken =
                        criteria.stream().map(Rubric.Criterion::code).toList();
                criteria.add(new Rubric.Criterion(
                        Typed.code(row.code(), "criterion-", taken),
                        Typed.number(row.weight(), 1, 100).orElseThrow().intValue(),
                        Typed.text(row.titleKo(), row.titleEn()),
                        Typed.text(row.lowKo(), row.lowEn()),
                        Typed.text(row.highKo(), row.highEn())));
            }
        }
        return new Rubric(criteria, Typed.number(most, 2, 10).orElseThrow().intValue());
    }

    private List<Row> filled() {
        return rows == null ? List.of() : rows;
    }
}
