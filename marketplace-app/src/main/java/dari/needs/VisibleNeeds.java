package dari.needs;

import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.organizations.Organizations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What startups show a hospital of what they need: nothing before the program office has verified the hospital. */
@Service
@Transactional(readOnly = true)
public class VisibleNeeds {

    private final NeedRepository needs;
    private final Organizations organizations;
    private final CurrentActor currentActor;

    VisibleNeeds(NeedRepository needs, Organizations organizations, CurrentActor currentActor) {
        this.needs = needs;
        this.organizations = organizations;
        this.currentActor = currentActor;
    }

    /**
     * The newest that the hospital may see.
     *
     * @param modalities codes of which a need must have one; empty for any, as for diseases
     */
    @HospitalMember
    public List<NeedView> newest(List<String> modalities, List<String> diseases, int most) {
        return viewer().stream()
                .flatMap(hospital -> needs
                        .findVisible(
                                hospital,
                                modalities.isEmpty(),
                                some(modalities),
                                diseases.isEmpty(),
                                some(diseases),
                                Limit.of(most))
                        .stream())
                .map(Need::view)
                .toList();
    }

    @HospitalMember
    public long count(List<String> modalities, List<String> diseases) {
        return viewer().map(hospital -> needs.countVisible(
                        hospital, modalities.isEmpty(), some(modalities), diseases.isEmpty(), some(diseases)))
                .orElse(0L);
    }

    /**
     * One that the hospital may see.
     *
     * @throws NotFoundException when there is no such need, or none for this hospital
     */
    @HospitalMember
    public NeedView show(NeedId id) {
        return viewer().flatMap(hospital -> needs.findVisible(hospital, id))
                .map(Need::view)
                .orElseThrow(() -> new NotFoundException("need"));
    }

    /** The kinds of data that are asked for. */
    @HospitalMember
    public List<String> modalities() {
        return viewer().map(needs::findVisibleModalities).orElse(List.of());
    }

    /** The diseases that are asked for. */
    @HospitalMember
    public List<String> diseases() {
        return viewer().map(needs::findVisibleDiseases).orElse(List.of()).stream()
                .filter(disease -> !disease.isEmpty())
                .toList();
    }

    private Optional<UUID> viewer() {
        OrganizationId hospital = currentActor.get().organization();
        return organizations.facts(hospital).isVerified() ? Optional.of(hospital.value()) : Optional.empty();
    }

    /** Databases do not take an empty list. */
    private static List<String> some(List<String> codes) {
        return codes.isEmpty() ? List.of("") : codes;
    }
}
