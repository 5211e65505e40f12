package dari.admin.panel;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A panel, as typed. */
record PanelForm(
        @NotEmpty(message = "{panel.form.members.missing}") @Nullable
        List<@Pattern(regexp = PanelForm.ID, message = "{panel.form.members.missing}") String> members,

        @NotNull(message = "{panel.form.chair.missing}")
        @Pattern(regexp = PanelForm.ID, message = "{panel.form.chair.missing}")
        String chair,

        @NotNull(message = "{panel.form.quorum.bad}")
        @Pattern(regexp = "[2-9]|1[0-9]", message = "{panel.form.quorum.bad}")
        String quorum,

        @NotNull(message = "{panel.form.days.bad}")
        @Pattern(regexp = "[1-9]|[1-5][0-9]|60", message = "{panel.form.days.bad}")
        String voteDays,

        @NotNull(message = "{panel.form.days.bad}")
        @Pattern(regexp = "[1-9]|[1-5][0-9]|60", message = "{panel.form.days.bad}")
        String appealDays) {

    static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    static PanelForm of(PanelView panel) {
        UUID chair = panel.chair();
        return new PanelForm(
                panel.members().stream()
                        .map(member -> member.person().toString())
                        .toList(),
                chair == null ? "" : chair.toString(),
                Integer.toString(panel.terms().quorum()),
                Integer.toString(panel.terms().voteDays()),
                Integer.toString(panel.terms().appealDays()));
    }

    PanelTerms terms() {
        return new PanelTerms(number(quorum), number(voteDays), number(appealDays));
    }

    Set<UUID> persons() {
        return members == null
                ? Set.of()
                : members.stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    private static int number(String typed) {
        return Integer.parseInt(typed);
    }
}
