package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.admin.ApplicationView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application.
 *
 * @param receipt SHA-256 of the frozen snapshot as hex, once it was handed in
 * @param reason of the decision, or why it came back for changes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApplicationAnswer(
        UUID id,
        UUID call,
        UUID startup,
        UUID hospital,
        String hospitalName,
        UUID introduction,
        String offerTitle,
        String offerTitleEn,
        String needTitle,
        String status,
        ApplicationBody content,
        @Nullable Instant submittedAt,
        @Nullable String receipt,
        @Nullable String reason,
        @Nullable String conditions) {

    static ApplicationAnswer of(ApplicationView one) {
        return new ApplicationAnswer(
                one.id(),
                one.call().id(),
                one.startup(),
                one.hospital(),
                one.hospitalName(),
                one.introduction(),
                one.offerTitle().ko(),
                one.offerTitle().en(),
                one.needTitle(),
                one.status().name(),
                ApplicationBody.of(one),
                Optional.ofNullable(one.submittedAt())
                        .map(at -> at.truncatedTo(ChronoUnit.MILLIS))
                        .orElse(null),
                one.receipt(),
                one.reason(),
                one.conditions());
    }
}
