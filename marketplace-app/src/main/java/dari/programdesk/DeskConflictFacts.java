package dari.programdesk;

import dari.accounts.Accounts;
import dari.admin.reviewers.ConflictFacts;
import dari.admin.reviewers.PartyFacts;
import dari.admin.reviewers.PersonFacts;
import dari.audit.History;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import dari.organizations.Member;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who belonged where and worked with whom, as members, history and projects tell. */
@Component
class DeskConflictFacts implements ConflictFacts {

    /** What the history says when somebody came to belong to an organisation. */
    private static final String JOINED = "organization.joined";

    private final Organizations organizations;
    private final Accounts accounts;
    private final Projects projects;
    private final History history;
    private final ZoneId seoul;

    DeskConflictFacts(
            Organizations organizations, Accounts accounts, Projects projects, History history, ZoneId seoul) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.projects = projects;
        this.history = history;
        this.seoul = seoul;
    }

    static Set<String> names(OrganizationFacts facts) {
        return Stream.of(Locale.KOREAN, Locale.ENGLISH).map(facts::name).collect(Collectors.toSet());
    }

    @Override
    public PartyFacts party(UUID organization, LocalDate since) {
        OrganizationId id = new OrganizationId(organization);
        Map<UUID, String> members = organizations.members(id).stream()
                .collect(Collectors.toMap(member -> member.user().value(), Member::name));
        Set<UUID> former = history.of(List.of(organization)).stream()
                .filter(line -> line.action().equals(JOINED))
                .map(line -> UUID.fromString(line.facts().getOrDefault("account", new UUID(0, 0).toString())))
                .filter(person -> !members.containsKey(person))
                .collect(Collectors.toSet());
        Map<UUID, String> sharing = new HashMap<>();
        organizationsOf(members.keySet()).values().forEach(sharing::putAll);
        sharing.remove(organization);
        return new PartyFacts(
                organization, names(organizations.facts(id)), members, former, sharing, partners(id, since));
    }

    @Override
    public Map<UUID, PersonFacts> people(Collection<UUID> people) {
        Map<UserId, String> names =
                accounts.names(people.stream().map(UserId::new).toList());
        Map<UUID, Map<UUID, String>> homes = organizationsOf(people);
        return people.stream()
                .collect(Collectors.toMap(
                        person -> person,
                        person -> new PersonFacts(
                                person,
                                names.getOrDefault(new UserId(person), ""),
                                homes.getOrDefault(person, Map.of()))));
    }

    /** Program offices left out: every reviewer belongs to one. */
    private Map<UUID, Map<UUID, String>> organizationsOf(Collection<UUID> people) {
        Map<UUID, Map<UUID, String>> homes = new HashMap<>();
        organizations
                .membershipsOf(people.stream().map(UserId::new).toList())
                .forEach((person, memberships) -> homes.put(
                        person.value(),
                        memberships.stream()
                                .map(membership -> membership.organization())
                                .filter(home -> home.face() != Face.PROGRAM)
                                .collect(Collectors.toMap(home -> home.id().value(), OrganizationFacts::name))));
        return homes;
    }

    private Map<UUID, String> partners(OrganizationId organization, LocalDate since) {
        Map<UUID, String> partners = new HashMap<>();
        for (ProjectView project : projects.ofOrganization(organization)) {
            if (!LocalDate.ofInstant(project.createdAt(), seoul).isBefore(since)) {
                OrganizationFacts other =
                        project.startup().id().equals(organization) ? project.hospital() : project.startup();
                partners.put(other.id().value(), other.name());
            }
        }
        return partners;
    }
}
