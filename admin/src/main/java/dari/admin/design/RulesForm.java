package dari.admin.design;

import dari.admin.CallRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** From scores to places, as typed. Bonuses without a code are left out. */
record RulesForm(
        @Nullable Boolean trimmed,
        @Nullable String passMark,
        @Nullable List<Bonus> bonuses,
        @Nullable String places,
        @Nullable String reservePlaces,
        @Nullable String daysToAccept,
        @Nullable String day,
        @Nullable String slotMinutes,
        @Nullable String firstSlot,
        @Nullable Boolean threeParties) {

    private static final int ROWS = 4;

    record Bonus(@Nullable String code, @Nullable String points) {}

    static RulesForm of(CallRules rules) {
        List<Bonus> bonuses = new ArrayList<>(rules.scoring().bonusPoints().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(bonus -> new Bonus(bonus.getKey(), bonus.getValue().toString()))
                .toList());
        while (bonuses.size() < ROWS) {
            bonuses.add(new Bonus("", ""));
        }
        var day = rules.presentation().day();
        return new RulesForm(
                rules.scoring().trimmed(),
                Integer.toString(rules.scoring().passMarkPoints()),
                bonuses,
                Integer.toString(rules.places()),
                Integer.toString(rules.reserve().places()),
                Integer.toString(rules.reserve().daysToAccept()),
                day == null ? "" : day.toString(),
                Integer.toString(rules.presentation().slotMinutes()),
                rules.presentation().firstSlot().toString(),
                rules.programSigns());
    }

    void check(BindingResult errors) {
        range(errors, "passMark", passMark, 0, 100);
        range(errors, "places", places, 0, 10_000);
        range(errors, "reservePlaces", reservePlaces, 0, 1_000);
        range(errors, "daysToAccept", daysToAccept, 1, 60);
        range(errors, "slotMinutes", slotMinutes, 5, 240);
        if (!Typed.isBlank(day) && Typed.day(day).isEmpty()) {
            errors.rejectValue("day", "admin.call.deadline.bad");
        }
        if (Typed.time(firstSlot).isEmpty()) {
            errors.rejectValue("firstSlot", "calls.time.bad");
        }
        for (int i = 0; i < filled().size(); i++) {
            Bonus bonus = filled().get(i);
            if (Typed.isBlank(bonus.code(), bonus.points())) {
                continue;
            }
            if (!Typed.text(bonus.code()).matches("[a-z][a-z0-9-]{0,29}")) {
                errors.rejectValue("bonuses[" + i + "].code", "calls.bonus.code.bad");
            }
            range(errors, "bonuses[" + i + "].points", bonus.points(), 1, 100);
        }
    }

    CallRules toRules() {
        Map<String, Integer> points = new LinkedHashMap<>();
        filled().stream()
                .filter(bonus -> !Typed.isBlank(bonus.code()))
                .forEach(bonus -> points.put(Typed.text(bonus.code()), whole(bonus.points())));
        return new CallRules(
                new CallRules.Scoring(Typed.isTicked(trimmed), whole(passMark), points),
                new CallRules.Reserve(whole(reservePlaces), whole(daysToAccept)),
                new CallRules.Presentation(
                        Typed.day(day).orElse(null),
                        whole(slotMinutes),
                        Typed.time(firstSlot).orElseThrow()),
                whole(places),
                Typed.isTicked(threeParties));
    }

    private List<Bonus> filled() {
        return bonuses == null ? List.of() : bonuses;
    }

    private static int whole(@Nullable String typed) {
        return Typed.number(typed, 0, 10_000).orElseThrow().intValue();
    }

    private static void range(BindingResult errors, String field, @Nullable String typed, long least, long most) {
        if (Typed.number(typed, least, most).isEmpty()) {
            errors.rejectValue(field, "calls.number.range", new Object[] {least, most}, null);
        }
    }
}
