package dari.introductions;

import dari.documents.Acquaintances;
import dari.kernel.OrganizationId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Two sides know each other from the declared interest until it is declined or lapses. */
@Component
class IntroducedSides implements Acquaintances {

    private static final Set<IntroductionStatus> ALIVE =
            Set.of(IntroductionStatus.INTERESTED, IntroductionStatus.MUTUAL);

    private final IntroductionRepository introductions;

    IntroducedSides(IntroductionRepository introductions) {
        this.introductions = introductions;
    }

    @Override
    public Set<OrganizationId> of(OrganizationId organization) {
        return Stream.concat(
                        introductions.findHospitals(organization, ALIVE).stream(),
                        introductions.findStartups(organization, ALIVE).stream())
                .collect(Collectors.toSet());
    }
}
