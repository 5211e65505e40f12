package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.organizations.OrganizationFacts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation as others name it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrganizationAnswer(UUID id, String name, @Nullable String nameEn, boolean verified) {

    static OrganizationAnswer of(OrganizationFacts facts) {
        return new OrganizationAnswer(facts.id().value(), facts.name(), facts.englishName(), facts.isVerified());
    }
}
