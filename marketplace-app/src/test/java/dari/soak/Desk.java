package dari.soak;

import dari.acceptance.Acceptances;
import dari.agreements.AgreementStatus;
import dari.agreements.AgreementTalks;
import dari.agreements.AgreementView;
import dari.agreements.Agreements;
import dari.agreements.ChangeState;
import dari.agreements.ChangeView;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.billing.Billing;
import dari.billing.CardPayment;
import dari.billing.InvoiceView;
import dari.billing.PaymentGateway;
import dari.billing.PaymentGateway.Checkout;
import dari.billing.RefundStatus;
import dari.billing.RefundView;
import dari.billing.Refunds;
import dari.destruction.DestructionState;
import dari.destruction.DestructionView;
import dari.destruction.Destructions;
import dari.documents.DocumentContent;
import dari.documents.DocumentId;
import dari.documents.DocumentKind;
import dari.documents.Documents;
import dari.documents.Party;
import dari.documents.PartyKind;
import dari.duties.DutyState;
import dari.duties.DutyView;
import dari.duties.ProjectDuties;
import dari.incidents.StopView;
import dari.incidents.Stops;
import dari.kernel.Face;
import dari.projects.Approval;
import dari.projects.ConditionState;
import dari.projects.ProjectStatus;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.sandboxes.SandboxStatus;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import dari.support.ActAs;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockMultipartFile;

/**
 * Finds out from the application alone how far a project is and whose turn it is, and lets that one person do that one thing.
 * Nothing is remembered between two steps: the process may end at any moment.
 */
final class Desk {

    private static final Duration AGENT_ASKED_AGAIN = Duration.ofMinutes(61);
    private static final LocalDate FAR = LocalDate.of(2099, 1, 1);
    private static final long PART_WON = 50_000;

    private final Cast cast;
    private final Market market;
    private final Program program;
    private final Access access;
    private final Homes homes;
    private final Projects projects;
    private final Agreements agreements;
    private final AgreementTalks talks;
    private final Billing billing;
    private final Refunds refunds;
    private final PaymentGateway gateway;
    private final Sandboxes sandboxes;
    private final Stops stops;
    private final ProjectDuties duties;
    private final Documents documents;
    private final Acceptances acceptances;
    private final Destructions destructions;
    private final History history;
    private final Clock clock;
    private final ZoneId seoul;
    private final long seed;

    Desk(
            Cast cast,
            Market market,
            Program program,
            Access access,
            Homes homes,
            Projects projects,
            Agreements agreements,
            AgreementTalks talks,
            Billing billing,
            Refunds refunds,
            PaymentGateway gateway,
            Sandboxes sandboxes,
            Stops stops,
            ProjectDuties duties,
            Documents documents,
            Acceptances acceptances,
            Destructions destructions,
            History history,
            Clock clock,
            ZoneId seoul,
            @Value("${soak.seed}") long seed) {
        this.cast = cast;
        this.market = market;
        this.program = program;
        this.access = access;
        this.homes = homes;
        this.projects = projects;
        this.agreements = agreements;
        this.talks = talks;
        this.billing = billing;
        this.refunds = refunds;
        this.gateway = gateway;
        this.sandboxes = sandboxes;
        this.stops = stops;
        this.duties = duties;
        this.documents = documents;
        this.acceptances = acceptances;
        this.destructions = destructions;
        this.history = history;
        this.clock = clock;
        this.seoul = seoul;
        this.seed = seed;
    }

    /** The next thing that happens to the project at this place of the soak. */
    Step next(int place) {
        Fate fate = Fate.of(seed, place);
        String hospital = Cast.hospital(place % Cast.HOSPITALS);
        ActAs startup = cast.startup(place);
        Market.Talks talk = market.next(startup, hospital, fate);
        if (talk.application().isEmpty()) {
            return talk.step();
        }
        Step decided = program.next(startup, talk.application().get(), fate);
        if (decided != null) {
            return decided;
        }
        List<ProjectView> made = startup.get(() -> projects.mine());
        if (made.isEmpty()) {
            return Step.waits("the project");
        }
        Access.People people = new Access.People(
                hospital,
                startup,
                cast.at(hospital, "office"),
                cast.at(hospital, "steward"),
                cast.at(hospital, "board"),
                cast.at(hospital, "second"),
                cast.at(hospital, "privacy"));
        ProjectView project = made.get(0);
        Set<String> happened = history.of(List.of(project.id().value())).stream()
                .map(HistoryLine::action)
                .collect(Collectors.toSet());
        Optional<SandboxView> sandbox = sandboxes.of(project.id());
        if (sandbox.isEmpty()) {
            return Step.waits("the sandbox");
        }
        return project.status() == ProjectStatus.ENDED
                ? new Ending(people, project, sandbox.get(), fate).next()
                : new Going(people, project, sandbox.get(), fate, happened).next();
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(seoul));
    }

    /** An open stop gets its reason, and another person lifts it; null without one. */
    private @Nullable Step stopped(Access.People people, ProjectView project) {
        Optional<StopView> stop = people.steward().get(() -> stops.of(project.id()));
        if (stop.isEmpty()) {
            return null;
        }
        if (stop.get().reason() == null) {
            String told = homes.told(people.steward(), project);
            people.steward().run(() -> stops.explain(project.id(), "이상한 질의가 보였습니다"));
            return Step.did("stop explained" + told);
        }
        String told = homes.told(people.privacy(), project);
        people.privacy().run(() -> stops.lift(project.id(), "질의를 확인했습니다"));
        return Step.did("stop lifted" + told);
    }

    /** Money that goes back: by hand where it was not the card's, or where the card's provider would not. */
    private @Nullable Step backwards(ProjectView project) {
        List<RefundView> waiting = cast.finance().get(() -> refunds.of(project.id())).stream()
                .filter(refund -> refund.status() == RefundStatus.TO_PAY)
                .toList();
        if (waiting.isEmpty()) {
            return null;
        }
        RefundView first = waiting.get(0);
        InvoiceView invoice =
                cast.finance().get(() -> billing.show(project.id())).orElseThrow();
        if (invoice.disputedWon() > 0) {
            return Step.waits("the payer's bank");
        }
        if (first.byCard() && first.refused() == null) {
            return Step.waits("the card provider");
        }
        String told = homes.told(cast.finance(), project);
        cast.finance().run(() -> refunds.transferred(first.id(), "R-" + first.id()));
        return Step.did("refund transferred" + told);
    }

    /** A project that goes on. */
    private final class Going {

        private final Access.People people;
        private final ProjectView project;
        private final SandboxView sandbox;
        private final Fate fate;
        private final Set<String> happened;

        Going(Access.People people, ProjectView project, SandboxView sandbox, Fate fate, Set<String> happened) {
            this.people = people;
            this.project = project;
            this.sandbox = sandbox;
            this.fate = fate;
            this.happened = happened;
        }

        Step next() {
            return first(
                            this::end,
                            this::stop,
                            this::watch,
                            this::agreement,
                            this::approval,
                            this::training,
                            this::payment,
                            this::owed)
                    .orElseGet(() -> access.next(people, sandbox, fate, happened));
        }

        @SafeVarargs
        private Optional<Step> first(Supplier<@Nullable Step>... rules) {
            for (Supplier<@Nullable Step> rule : rules) {
                Step step = rule.get();
                if (step != null) {
                    return Optional.of(step);
                }
            }
            return Optional.empty();
        }

        private @Nullable Step end() {
            boolean now = switch (fate.ends()) {
                case BEFORE_SIGNATURE ->
                    !happened.contains("agreement.signed") && happened.contains("agreement.drafted");
                case WHILE_GENERATING ->
                    sandbox.status() == SandboxStatus.GENERATING && !"steward".equals(sandbox.waitingFor());
                case IN_REVIEW -> sandbox.status() == SandboxStatus.IN_REVIEW;
                case BEFORE_OPENING -> sandbox.status() == SandboxStatus.READY;
                case WHILE_STOPPED -> sandbox.status() == SandboxStatus.SUSPENDED;
                case AFTER_ACCEPTANCE ->
                    happened.contains("acceptance.accepted")
                            || happened.contains("acceptance.bySilence")
                            || happened.contains("acceptance.refunded");
                case TERMINATED -> happened.contains("agreement.terminated");
                case NOWHERE, DECLINED, WITHDRAWN, WITHDRAWN_IN_REVIEW, REJECTED, UNPAID -> false;
            };
            if (!now) {
                return null;
            }
            ActAs who = fate.remedy() % 2 == 0 ? people.office() : people.startup();
            who.run(() -> projects.end(project.id(), "연구를 마쳤습니다"));
            return Step.did("ended " + fate.ends());
        }

        private @Nullable Step stop() {
            boolean inUse = sandbox.status() == SandboxStatus.ACTIVE || sandbox.status() == SandboxStatus.READY;
            boolean wanted = fate.stopped() || fate.ends() == Fate.End.WHILE_STOPPED;
            if (wanted && inUse && !happened.contains("access.stopped")) {
                people.board().run(() -> stops.press(project.id()));
                return Step.did("stop pressed");
            }
            return stopped(people, project);
        }

        /** What lapsed is closed by the application before anybody mends it. */
        private @Nullable Step watch() {
            boolean open = sandbox.status() == SandboxStatus.ACTIVE || sandbox.status() == SandboxStatus.READY;
            return open && !sandbox.allClear() ? Step.waits("the watch over access") : null;
        }

        private @Nullable Step agreement() {
            Optional<AgreementView> found = people.startup().get(() -> agreements.of(project.id()));
            if (found.isEmpty()) {
                return Step.waits("the agreement");
            }
            AgreementView agreement = found.get();
            if (agreement.status() == AgreementStatus.EFFECTIVE) {
                if (fate.ends() == Fate.End.TERMINATED && sandbox.status() == SandboxStatus.ACTIVE) {
                    people.office().run(() -> agreements.terminate(project.id(), "목적이 달라졌습니다"));
                    return Step.did("agreement terminated");
                }
                return null;
            }
            if (agreement.status() == AgreementStatus.CHANGES_REQUESTED) {
                return answer();
            }
            if (fate.asksChange() && agreement.isUnsigned() && !happened.contains("agreement.changeAsked")) {
                people.startup()
                        .run(() -> talks.ask(
                                project.id(), 2, "결과는 함께 발표합니다.", "Results are published together.", "함께 하고자 합니다"));
                return Step.did("another wording asked for");
            }
            return sign(agreement);
        }

        private Step answer() {
            List<ChangeView> changes = people.office().get(() -> talks.changes(project.id()));
            ChangeView open = changes.stream()
                    .filter(change -> change.state() == ChangeState.OPEN)
                    .findFirst()
                    .orElseThrow();
            people.office().run(() -> talks.answer(project.id(), open.id(), fate.remedy() % 2 == 0, "검토했습니다"));
            return Step.did("wording answered");
        }

        private Step sign(AgreementView agreement) {
            AgreementView.Party next = agreement.next();
            if (next == null) {
                return Step.stuck("agreement " + agreement.status());
            }
            ActAs signer = next.side() == Face.STARTUP ? people.startup() : people.office();
            String told = homes.told(signer, project);
            signer.run(() -> agreements.sign(project.id(), "이름", agreement.hash()));
            return Step.did("signed by " + next.side() + told);
        }

        private @Nullable Step approval() {
            if (holds("approval")) {
                return null;
            }
            boolean first = !happened.contains("project.approval");
            LocalDate until = first && fate.approvalDays() > 0 ? today().plusDays(fate.approvalDays()) : FAR;
            String told = homes.told(people.office(), project);
            people.office()
                    .run(() ->
                            projects.recordApproval(project.id(), Approval.APPROVED, "IRB-" + project.number(), until));
            return Step.did((first ? "approval recorded" : "approval renewed") + told);
        }

        private @Nullable Step training() {
            boolean shown = project.status() == ProjectStatus.LIVE
                    && fate.trainingDays() > 0
                    && people.startup().get(() -> documents.mine()).isEmpty();
            if (!shown && holds("training")) {
                return null;
            }
            String told = shown ? "" : homes.told(people.startup(), project);
            LocalDate until = shown ? today().plusDays(fate.trainingDays()) : FAR;
            people.startup().run(() -> {
                DocumentId id = documents.add(
                        new DocumentContent(DocumentKind.TRAINING_CERTIFICATE, "이수증", "", "", null, until),
                        new MockMultipartFile("file", "a.txt", null, ("이수 " + until).getBytes(StandardCharsets.UTF_8)));
                documents.grant(
                        List.of(id),
                        new Party(PartyKind.HOSPITAL, project.hospital().id().value()));
            });
            return Step.did((shown ? "training shown" : "training renewed") + told);
        }

        private @Nullable Step payment() {
            Step back = backwards(project);
            if (back != null) {
                return back;
            }
            Optional<InvoiceView> found = people.startup().get(() -> billing.of(project.id()));
            if (found.isEmpty()) {
                return Step.waits("the invoice");
            }
            InvoiceView invoice = found.get();
            return switch (invoice.status()) {
                case DISPUTED -> Step.waits("the payer's bank");
                case INVOICED -> pay(invoice);
                case PAID, COVERED -> credit(invoice);
                case REFUNDED, CANCELLED -> Step.stuck("invoice " + invoice.status());
            };
        }

        private Step pay(InvoiceView invoice) {
            if (fate.ends() == Fate.End.UNPAID) {
                LocalDate due = invoice.dueOn() == null ? today() : invoice.dueOn();
                if (!today().isAfter(due)) {
                    return Step.waits(
                            "the day to pay",
                            due.plusDays(1).atStartOfDay(seoul).toInstant());
                }
                people.office().run(() -> projects.end(project.id(), "결제가 없었습니다"));
                return Step.did("ended UNPAID");
            }
            String told = homes.told(people.startup(), project);
            if (fate.pays() == Fate.Pays.TRANSFER) {
                cast.finance()
                        .run(() -> billing.confirmTransfer(
                                project.id(),
                                invoice.owedWon(),
                                "T-" + project.number() + "-" + invoice.receivedWon() + "-" + now().getEpochSecond()));
                return Step.did("transfer confirmed" + told);
            }
            CardPayment owed = people.startup().get(() -> billing.owedByMe(project.id()));
            String page = gateway.begin(new Checkout(
                    project.id(),
                    project.number(),
                    owed.won(),
                    owed.attempt(),
                    "https://dari.example/back",
                    "https://dari.example/cancelled"));
            boolean lets = fate.pays() == Fate.Pays.CARD_LATE && owed.attempt() == 0;
            return new Step(
                    Step.Kind.PAYS, (lets ? "nobody " : "pays ") + project.id().value() + " " + page, null);
        }

        /** Finance takes a part off, once, of its own accord. */
        private @Nullable Step credit(InvoiceView invoice) {
            boolean wanted = fate.refundsPart()
                    && happened.contains("acceptance.accepted")
                    && !happened.contains("invoice.credited")
                    && invoice.creditableWon() >= PART_WON;
            if (!wanted) {
                return null;
            }
            cast.finance().run(() -> refunds.refund(project.id(), PART_WON, "합의에 따라"));
            return Step.did("part taken off");
        }

        /** What the startup owes besides money, where it stops access. */
        private @Nullable Step owed() {
            if (holds("duties")) {
                return null;
            }
            for (DutyView duty : people.startup().get(() -> duties.of(project.id()))) {
                if (duty.state() == DutyState.OPEN && (duty.overdue() || duty.gates())) {
                    String told = homes.told(people.startup(), project);
                    people.startup().run(() -> duties.give(duty.id(), "보고서를 보냈습니다"));
                    return Step.did("duty done: " + duty.kind() + told);
                }
                if (duty.state() == DutyState.EVIDENCE_GIVEN) {
                    people.office().run(() -> duties.judge(duty.id(), true, "확인했습니다"));
                    return Step.did("duty judged: " + duty.kind());
                }
            }
            return null;
        }

        private boolean holds(String code) {
            return sandbox.conditions().stream()
                    .filter(condition -> condition.code().equals(code))
                    .allMatch(ConditionState::holds);
        }
    }

    /** A project that has ended. */
    private final class Ending {

        private final Access.People people;
        private final ProjectView project;
        private final SandboxView sandbox;
        private final Fate fate;

        Ending(Access.People people, ProjectView project, SandboxView sandbox, Fate fate) {
            this.people = people;
            this.project = project;
            this.sandbox = sandbox;
            this.fate = fate;
        }

        Step next() {
            if (sandbox.status() != SandboxStatus.EXPIRED && sandbox.status() != SandboxStatus.CANCELLED) {
                return Step.waits("the sandbox's end");
            }
            Step money = backwards(project);
            if (money != null) {
                return money;
            }
            Step settled = people.startup().get(() -> acceptances.of(sandbox.id())).stream()
                    .findFirst()
                    .map(round -> access.settled(people, sandbox.id(), round, fate))
                    .orElse(null);
            if (settled != null) {
                return settled;
            }
            Step stop = stopped(people, project);
            return stop == null ? destruction() : stop;
        }

        private Step destruction() {
            Optional<DestructionView> found = people.office().get(() -> destructions.of(project.id()));
            if (found.isEmpty() || found.get().state() == DestructionState.PENDING) {
                return Step.waits("destruction");
            }
            if (found.get().state() == DestructionState.FAILED) {
                return Step.waits("destruction again", now().plus(AGENT_ASKED_AGAIN));
            }
            return switch (found.get().keyState()) {
                case WAITING -> Step.waits("the agent's key");
                case FAILED -> Step.waits("the agent's key again", now().plus(AGENT_ASKED_AGAIN));
                case NONE, DONE -> Step.over("ended " + sandbox.status() + how());
            };
        }

        private String how() {
            return project.endReason() == null ? " by its days" : " early";
        }
    }
}
