package dari.programdesk;

import dari.accounts.Accounts;
import dari.admin.reviewers.ConflictFacts;
import dari.admin.reviewers.PartyFacts;
import dari.admin.reviewers.PersonFacts;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import dari.organizations.Member;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import dari.projects.Partnership;
import dari.projects.Projects;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    public Map<UUID, PartyFacts> parties(Collection<UUID> wanted, LocalDate since) {
        List<OrganizationId> ids =
                wanted.stream().distinct().map(OrganizationId::new).toList();
        Map<OrganizationId, List<Member>> members = organizations.members(ids);
        Map<UUID, Set<UUID>> joined = joined(wanted);
        Map<UUID, Map<UUID, String>> homes = organizationsOf(members.values().stream()
                .flatMap(List::stream)
                .map(member -> member.user().value())
                .collect(Collectors.toSet()));
        Map<OrganizationId, Map<UUID, String>> partners = partners(ids, since);
        return organizations.facts(ids).values().stream()
                .collect(Collectors.toMap(
                        facts -> facts.id().value(),
                        facts -> party(
                                facts,
                                members.getOrDefault(facts.id(), List.of()),
                                joined.getOrDefault(facts.id().value(), Set.of()),
                                homes,
                                partners.getOrDefault(facts.id(), Map.of()))));
    }

    private static PartyFacts party(
            OrganizationFacts facts,
            List<Member> present,
            Set<UUID> joined,
            Map<UUID, Map<UUID, String>> homes,
            Map<UUID, String> partners) {
        Map<UUID, String> members = present.stream()
                .collect(Collectors.toMap(member -> member.user().value(), Member::name));
        Set<UUID> former = new HashSet<>(joined);
        former.removeAll(members.keySet());
        Map<UUID, String> sharing = new HashMap<>();
        members.keySet().forEach(member -> sharing.putAll(homes.getOrDefault(member, Map.of())));
        sharing.remove(facts.id().value());
        return new PartyFacts(facts.id().value(), names(facts), members, former, sharing, partners);
    }

    /** Everybody who ever came to belong to each of these organisations. */
    private Map<UUID, Set<UUID>> joined(Collection<UUID> wanted) {
        return history.of(wanted, JOINED).stream()
                .filter(line -> line.facts().containsKey("account"))
                .collect(Collectors.groupingBy(
                        HistoryLine::subject,
                        Collectors.mapping(
                                line -> UUID.fromString(line.facts().getOrDefault("account", "")),
                                Collectors.toSet())));
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

    private Map<OrganizationId, Map<UUID, String>> partners(Collection<OrganizationId> wanted, LocalDate since) {
        List<Partnership> shared =
                projects.partnerships(wanted, since.atStartOfDay(seoul).toInstant());
        Map<OrganizationId, OrganizationFacts> sides = organizations.facts(shared.stream()
                .flatMap(partnership -> Stream.of(partnership.startup(), partnership.hospital()))
                .collect(Collectors.toSet()));
        Map<OrganizationId, Map<UUID, String>> partners = new HashMap<>();
        for (Partnership partnership : shared) {
            join(partners, partnership.startup(), sides.get(partnership.hospital()));
            join(partners, partnership.hospital(), sides.get(partnership.startup()));
        }
        return partners;
    }

    private static void join(
            Map<OrganizationId, Map<UUID, String>> partners, OrganizationId one, @Nullable OrganizationFacts other) {
        if (other != null) {
            partners.computeIfAbsent(one, any -> new HashMap<>()).put(other.id().value(), other.name());
        }
    }
}
