package dari.tokens;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A token, as asked for. */
record TokenForm(
        @NotBlank(message = "{tokens.form.name.missing}") @Size(max = 80, message = "{tokens.form.name.long}")
        String name,

        @NotEmpty(message = "{tokens.form.scopes.missing}") Set<String> scopes,

        @NotNull(message = "{tokens.form.days.missing}")
        @Pattern(regexp = "7|30|90|365", message = "{tokens.form.days.missing}")
        String days) {

    static final List<String> DAYS = List.of("7", "30", "90", "365");

    static final TokenForm EMPTY = new TokenForm("", Set.of(), "90");

    NewToken toRequest() {
        return new NewToken(
                name.strip(),
                scopes.stream()
                        .flatMap(code -> Scope.of(code).stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class))),
                Duration.ofDays(Long.parseLong(days)));
    }

    boolean namesKnownScopes() {
        return scopes.stream().allMatch(code -> Scope.of(code).isPresent());
    }
}
