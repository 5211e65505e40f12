package dari.admin.panel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A vote, as typed. */
record VoteForm(
        @NotNull(message = "{panel.form.choice.missing}")
        @Pattern(
                regexp = "APPROVE|APPROVE_WITH_CONDITIONS|WAITLIST|REJECT|ABSTAIN",
                message = "{panel.form.choice.missing}")
        String choice,

        @NotBlank(message = "{panel.form.reason.missing}") @Size(max = 1900, message = "{admin.text.long}")
        String reason,

        @Size(max = 1900, message = "{admin.text.long}") @Nullable
        String conditions) {

    static VoteForm of(@Nullable CastVote vote) {
        return vote == null
                ? new VoteForm("", "", "")
                : new VoteForm(vote.choice().name(), vote.reason(), String.join("\n", vote.conditions()));
    }

    CastVote cast() {
        return new CastVote(VoteChoice.valueOf(choice), reason.strip(), Lines.of(conditions));
    }
}
