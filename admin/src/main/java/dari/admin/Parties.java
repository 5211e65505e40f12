package dari.admin;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which organisations an application is of: the startup that leads, its partner hospital, and who takes part with it. */
@Component
public class Parties {

    private final ApplicationRepository applications;
    private final ApplicationMemberRepository members;
    private final ProgramSurroundings surroundings;

    Parties(ApplicationRepository applications, ApplicationMemberRepository members, ProgramSurroundings surroundings) {
        this.applications = applications;
        this.members = members;
        this.surroundings = surroundings;
    }

    Set<UUID> of(Application application) {
        return of(application, members.findByApplicationOrderById(application.id()));
    }

    /** Those of several applications, read at once; by the application's id. */
    Map<UUID, Set<UUID>> of(List<Application> several) {
        Map<UUID, List<ApplicationMember>> taking =
                members
                        .findByApplicationIn(
                                several.stream().map(Application::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(ApplicationMember::application));
        return several.stream()
                .collect(Collectors.toMap(Application::id, one -> of(one, taking.getOrDefault(one.id(), List.of()))));
    }

    private static Set<UUID> of(Application application, List<ApplicationMember> taking) {
        Set<UUID> parties = new LinkedHashSet<>(List.of(application.startup(), application.hospital()));
        taking.stream()
                .filter(member -> member.status().isIn())
                .map(ApplicationMember::organization)
                .forEach(parties::add);
        return parties;
    }

    /** Whether a person belongs, or is bound, to one of them. */
    public boolean isBound(UUID person, UUID application) {
        return applications.findById(application).map(this::of).orElse(Set.of()).stream()
                .anyMatch(party -> surroundings.isBoundTo(person, party));
    }

    /** Every application that one of the organisations is a party of. */
    Set<UUID> ofAny(Collection<UUID> organizations) {
        Set<UUID> found = new LinkedHashSet<>(applications.findIdsOf(organizations));
        members.findByOrganizationIn(organizations).stream()
                .filter(member -> member.status().isIn())
                .map(ApplicationMember::application)
                .forEach(found::add);
        return found;
    }
}
