package dari.delivery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;

/** A token for a sandbox, as asked for. */
record TokenForm(
        @NotBlank(message = "{delivery.form.name.missing}") @Size(max = 80, message = "{delivery.form.name.long}")
        String name,

        @NotNull(message = "{delivery.form.life.missing}")
        @Pattern(regexp = "7|30|all", message = "{delivery.form.life.missing}")
        String life) {

    static final List<String> LIVES = List.of("7", "30", "all");

    static final TokenForm EMPTY = new TokenForm("", "30");

    /** Longer than any access: it is cut where that ends. */
    private static final Duration AS_LONG_AS_ACCESS = Duration.ofDays(36_500);

    Duration asked() {
        return life.equals("all") ? AS_LONG_AS_ACCESS : Duration.ofDays(Long.parseLong(life));
    }
}
