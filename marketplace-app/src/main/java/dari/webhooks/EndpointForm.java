package dari.webhooks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** An endpoint, as typed. */
record EndpointForm(
        @NotBlank(message = "{webhooks.form.url.missing}") @Size(max = 500, message = "{webhooks.form.url.long}")
        String url,

        @NotEmpty(message = "{webhooks.form.kinds.missing}") Set<String> kinds) {

    static final EndpointForm EMPTY = new EndpointForm("", Set.of());

    static EndpointForm of(EndpointView endpoint) {
        return new EndpointForm(
                endpoint.url(), endpoint.kinds().stream().map(EventKind::code).collect(Collectors.toSet()));
    }

    Set<EventKind> toKinds() {
        return kinds.stream()
                .flatMap(code -> EventKind.of(code).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventKind.class)));
    }
}
