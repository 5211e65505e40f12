package dari.documents;

import dari.admin.ApplicationStatus;
import dari.admin.ApplicationView;
import dari.admin.Applications;
import dari.admin.Calls;
import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Knows whom an organisation may show a document: hospitals, calls it applied to, the office that verifies it. */
@Component
class Viewers {

    private final List<Acquaintances> acquaintances;
    private final Organizations organizations;
    private final Applications applications;
    private final Calls calls;

    Viewers(List<Acquaintances> acquaintances, Organizations organizations, Applications applications, Calls calls) {
        this.acquaintances = List.copyOf(acquaintances);
        this.organizations = organizations;
        this.applications = applications;
        this.calls = calls;
    }

    Set<OrganizationId> acquaintancesOf(OrganizationId organization) {
        return acquaintances.stream()
                .flatMap(feature -> feature.of(organization).stream())
                .collect(Collectors.toSet());
    }

    /** Whom the actor may choose: the hospitals it has to do with, its calls, the office while it is unverified. */
    List<Viewer> choices(Actor actor) {
        List<Viewer> choices = new ArrayList<>();
        if (!organizations.facts(actor.organization()).isVerified()) {
            choices.add(viewer(
                    new Party(PartyKind.VERIFICATION, actor.organization().value())));
        }
        if (actor.face() == Face.STARTUP) {
            organizations.facts(acquaintancesOf(actor.organization())).values().stream()
                    .map(Viewers::hospital)
                    .sorted(Comparator.comparing(Viewer::nameKo))
                    .forEach(choices::add);
            choices.addAll(callsOfActor());
        }
        return choices;
    }

    /** Whether the actor may show this party a document: one of the choices, or any verified hospital. */
    boolean mayBeShown(Actor actor, Party party) {
        return choices(actor).stream().anyMatch(choice -> choice.party().equals(party))
                || (actor.face() == Face.STARTUP && party.kind() == PartyKind.HOSPITAL && isHospital(party.id()));
    }

    boolean isHospital(UUID id) {
        OrganizationId wanted = new OrganizationId(id);
        OrganizationFacts facts = organizations.facts(Set.of(wanted)).get(wanted);
        return facts != null && facts.face() == Face.HOSPITAL && facts.isVerified();
    }

    /** The calls that the startup of this session applied to, drafts included. */
    List<Viewer> callsOfActor() {
        Map<UUID, Viewer> found = new LinkedHashMap<>();
        for (ApplicationView application : applications.mine()) {
            if (application.status() != ApplicationStatus.WITHDRAWN) {
                var content = application.call().content();
                Party party = new Party(PartyKind.CALL, application.call().id());
                found.putIfAbsent(party.id(), new Viewer(party, content.titleKo(), content.titleEn()));
            }
        }
        return List.copyOf(found.values());
    }

    Viewer viewer(Party party) {
        return switch (party.kind()) {
            case HOSPITAL -> hospital(organizations.facts(new OrganizationId(party.id())));
            case CALL ->
                calls.published().stream()
                        .filter(call -> call.id().equals(party.id()))
                        .findFirst()
                        .map(call -> new Viewer(
                                party, call.content().titleKo(), call.content().titleEn()))
                        .orElseGet(() -> new Viewer(party, "", ""));
            case VERIFICATION -> new Viewer(party, "", "");
        };
    }

    static Viewer hospital(OrganizationFacts facts) {
        String english = facts.englishName();
        return new Viewer(
                new Party(PartyKind.HOSPITAL, facts.id().value()),
                facts.name(),
                english == null ? facts.name() : english);
    }
}
