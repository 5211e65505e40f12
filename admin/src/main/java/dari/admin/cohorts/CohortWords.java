package dari.admin.cohorts;

import dari.admin.cohorts.CohortPlan.Goal;
import dari.matching.assignment.BoundedAssignment;
import dari.matching.assignment.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What the engine says of ids and numbers, in the reader's words. Pages call it. */
public final class CohortWords {

    private final CohortPlan plan;
    private final CohortNames names;
    private final MessageSource messages;
    private final Locale locale;

    CohortWords(CohortPlan plan, CohortNames names, MessageSource messages, Locale locale) {
        this.plan = plan;
        this.names = names;
        this.messages = messages;
        this.locale = locale;
    }

    /** A finding as a finished sentence, with whom it is about. */
    public record Sentence(boolean impossible, String text, String about) {}

    /** Who or what an id stands for; null stands for no place. */
    public String of(@Nullable String id) {
        if (id == null) {
            return messages.getMessage("cohorts.noPlace", null, locale);
        }
        return plan.goals().stream()
                .filter(goal -> goal.id().toString().equals(id))
                .findFirst()
                .map(this::goal)
                .orElseGet(() -> names.of(id, locale));
    }

    public String goal(Goal goal) {
        String kind = messages.getMessage("cohorts.goal." + goal.attribute() + "." + goal.value(), null, locale);
        return goal.at() == null
                ? kind
                : messages.getMessage(
                        "cohorts.goal.at", new Object[] {names.of(goal.at().toString(), locale), kind}, locale);
    }

    public String bound(BoundedAssignment.Standing bound) {
        return messages.getMessage(
                bound.getMessageKey(), new Object[] {bound.atLeast(), bound.plain(), bound.reached()}, locale);
    }

    public List<Sentence> sentences(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Sentence(
                        finding.problem().isImpossible(),
                        messages.getMessage(
                                finding.getMessageKey(),
                                finding.arguments().stream().map(this::of).toArray(),
                                locale),
                        finding.about().stream()
                                .filter(id -> !finding.arguments().contains(id))
                                .map(this::of)
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    /** Several ids, by name. */
    public String all(List<String> ids) {
        return ids.stream().filter(Objects::nonNull).map(this::of).collect(Collectors.joining(", "));
    }
}
