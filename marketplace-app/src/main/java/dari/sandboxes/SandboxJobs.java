package dari.sandboxes;

import dari.agents.AgentWork;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.notifications.Notice;
import dari.offers.Delivery;
import dari.organizations.Organizations;
import dari.projects.AccessGate;
import dari.projects.Projects;
import dari.provisioner.agent.Protocol;
import dari.provisioner.release.ReleaseVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Has releases made at the hospital, only while everything that access needs holds. */
@Component
class SandboxJobs implements AgentWork {

    private final SandboxRepository sandboxes;
    private final ReleaseStorage storage;
    private final RecipeDesk recipes;
    private final RecipeCosts costs;
    private final AccessGate gate;
    private final Projects projects;
    private final Organizations organizations;
    private final History history;
    private final Clock clock;

    SandboxJobs(
            SandboxRepository sandboxes,
            ReleaseStorage storage,
            RecipeDesk recipes,
            RecipeCosts costs,
            AccessGate gate,
            Projects projects,
            Organizations organizations,
            History history,
            Clock clock) {
        this.sandboxes = sandboxes;
        this.storage = storage;
        this.recipes = recipes;
        this.costs = costs;
        this.gate = gate;
        this.projects = projects;
        this.organizations = organizations;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public Protocol.Task task() {
        return Protocol.Task.PROVISION;
    }

    @Override
    public boolean does(Protocol.Task asked) {
        return asked.makesRelease();
    }

    @Override
    public Protocol.Task taskFor(UUID subject) {
        return isInPlace(subject) ? Protocol.Task.KEEP : Protocol.Task.PROVISION;
    }

    @Override
    public List<Order> waiting(OrganizationId hospital, List<String> sources) {
        List<Sandbox> open = sandboxes
                .findByHospitalAndStatusInOrderById(
                        hospital, EnumSet.of(SandboxStatus.RECIPE_SET, SandboxStatus.GENERATING))
                .stream()
                .filter(sandbox -> sources.contains(sandbox.source()))
                .filter(sandbox -> gate.isOpen(projects.facts(sandbox.project())))
                .toList();
        // the budget may have gone to others since the recipe was set: then no job runs at all
        costs.tooDear(hospital, open)
                .forEach(dear -> hold(
                        dear.sandbox(), new Protocol.StateReport(Protocol.State.REFUSED, dear.code(), dear.limit())));
        return open.stream()
                .filter(sandbox -> sandbox.status() != SandboxStatus.HELD)
                .map(sandbox -> new Order(
                        sandbox.id().value(),
                        sandbox.source(),
                        sandbox.recipe(),
                        sandbox.recipeHash(),
                        () -> recipes.kept(sandbox.id())))
                .toList();
    }

    @Override
    public void issued(UUID subject, UUID agent) {
        Sandbox sandbox = find(subject);
        sandbox.generate(agent, clock.instant());
        storage.forgetUnfinished(sandbox.id(), Instant.MAX); // an earlier job's: its files are not this one's
        record("sandbox.generating", sandbox);
    }

    @Override
    public void reported(UUID subject, Protocol.StateReport report) {
        Sandbox sandbox = find(subject);
        if (sandbox.hasEnded()) {
            return; // its project ended meanwhile
        }
        switch (report.state()) {
            case WAITING_FOR_STEWARD -> sandbox.waitsFor("steward");
            case RUNNING, DONE -> sandbox.waitsFor("agent");
            case HELD, FAILED, REFUSED -> hold(sandbox, report);
        }
    }

    private void hold(Sandbox sandbox, Protocol.StateReport report) {
        sandbox.hold(report.code(), report.message(), clock.instant());
        history.recordBySystem(
                "hospital-agent",
                HistoryEntry.of("sandbox.held", "project", sandbox.project().value())
                        .with("state", report.state())
                        .with("code", String.valueOf(report.code()))
                        .because(report.message()));
        tellSteward(sandbox, "sandboxes.notice.held");
    }

    @Override
    public boolean accepts(String path) {
        return ReleaseStorage.isPath(path);
    }

    @Override
    public boolean comesHere(UUID subject, String path) {
        return !(ReleaseVerifier.isData(path) && isInPlace(subject));
    }

    @Override
    public boolean wants(UUID subject) {
        return find(subject).status() == SandboxStatus.GENERATING;
    }

    @Override
    public void receive(UUID subject, String path, InputStream content) throws IOException {
        find(subject).requireGenerating();
        storage.receive(new SandboxId(subject), path, content);
    }

    /** Under the lock of each: none begins to gather again meanwhile. */
    @Override
    public void forgetUnfinished(Set<UUID> arriving, Instant before) {
        storage.gathering().stream()
                .filter(id -> !arriving.contains(id.value()))
                .forEach(id -> {
                    sandboxes.lock(id);
                    storage.forgetUnfinished(id, before);
                });
    }

    /** People look at it from here on. */
    @Override
    public void complete(UUID subject, PublicKey hospital) {
        Sandbox sandbox = find(subject);
        sandbox.requireGenerating();
        storage.complete(sandbox.id(), hospital, isInPlace(subject));
        sandbox.released(clock.instant());
        record("sandbox.released", sandbox);
        tellSteward(sandbox, "sandboxes.notice.review");
    }

    private boolean isInPlace(UUID subject) {
        return sandboxes
                .findById(new SandboxId(subject))
                .map(sandbox -> projects.facts(sandbox.project()).terms().delivery() == Delivery.IN_PLACE)
                .orElse(false);
    }

    /** Nobody ends it before what was sent is kept: its files are removed once, at its end. */
    private Sandbox find(UUID id) {
        return sandboxes.lock(new SandboxId(id)).orElseThrow(() -> new NotFoundException("sandbox"));
    }

    private void record(String action, Sandbox sandbox) {
        history.recordBySystem(
                "hospital-agent",
                HistoryEntry.of(action, "project", sandbox.project().value())
                        .with("recipe", String.valueOf(sandbox.recipeHash())));
    }

    private void tellSteward(Sandbox sandbox, String key) {
        organizations.tell(
                sandbox.hospital(),
                Set.of(Role.HOSPITAL_STEWARD, Role.HOSPITAL_BOARD),
                Notice.of(
                        key,
                        "/hospital/sandboxes/" + sandbox.id().value(),
                        projects.facts(sandbox.project()).number()));
    }
}
