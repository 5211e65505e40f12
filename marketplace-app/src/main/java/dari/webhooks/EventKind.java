package dari.webhooks;

import static dari.kernel.Face.HOSPITAL;
import static dari.kernel.Face.STARTUP;

import dari.kernel.Face;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is told, of which act of the history, and to whom of the two sides. Codes are a contract: they stay as they are. */
@SuppressWarnings("ImmutableEnumChecker") // sets that are filled once and never handed out
public enum EventKind {
    INTRODUCTION_REQUESTED(Set.of("introduction.declared"), HOSPITAL),
    INTRODUCTION_ACCEPTED(Set.of("introduction.accepted", "introduction.agreed"), STARTUP, HOSPITAL),
    INTRODUCTION_DECLINED(Set.of("introduction.declined"), STARTUP, HOSPITAL),
    INTRODUCTION_EXPIRED(Set.of("introduction.expired"), STARTUP, HOSPITAL),
    INTRODUCTION_MESSAGE(Set.of("introduction.wrote"), STARTUP, HOSPITAL),
    INVITATION_RECEIVED(Set.of("invitation.sent"), STARTUP),
    INVITATION_ACCEPTED(Set.of("invitation.accepted"), STARTUP, HOSPITAL),
    INVITATION_DECLINED(Set.of("invitation.declined"), HOSPITAL),
    INVITATION_EXPIRED(Set.of("invitation.expired", "invitation.lapsed"), HOSPITAL),
    APPLICATION_SUBMITTED(Set.of("application.submitted"), STARTUP),
    APPLICATION_RETURNED(Set.of("application.returned"), STARTUP),
    APPLICATION_WITHDRAWN(Set.of("application.withdrawn"), STARTUP),
    APPLICATION_APPROVED(Set.of("application.approved"), STARTUP, HOSPITAL),
    APPLICATION_REJECTED(Set.of("application.rejected"), STARTUP),
    PROJECT_MADE(Set.of("project.made"), STARTUP, HOSPITAL),
    PROJECT_APPROVAL(Set.of("project.approval"), STARTUP, HOSPITAL),
    PROJECT_ENDED(Set.of("project.ended"), STARTUP, HOSPITAL),
    AGREEMENT_DRAFTED(Set.of("agreement.drafted"), STARTUP, HOSPITAL),
    AGREEMENT_SIGNED(Set.of("agreement.signed"), STARTUP, HOSPITAL),
    PAYMENT_DUE(Set.of("invoice.written"), STARTUP),
    PAYMENT_RECEIVED(Set.of("invoice.paid"), STARTUP, HOSPITAL),
    PAYMENT_FAILED(Set.of("invoice.failed"), STARTUP),
    PAYMENT_REFUNDED(Set.of("invoice.refunded"), STARTUP),
    SANDBOX_IN_REVIEW(Set.of("sandbox.released"), HOSPITAL),
    SANDBOX_READY(Set.of("sandbox.ready"), STARTUP, HOSPITAL),
    SANDBOX_HELD(Set.of("sandbox.held", "sandbox.refused"), HOSPITAL),
    SANDBOX_OPENED(Set.of("sandbox.opened"), STARTUP, HOSPITAL),
    SANDBOX_SUSPENDED(Set.of("sandbox.suspended"), STARTUP, HOSPITAL),
    SANDBOX_EXPIRED(Set.of("sandbox.expired"), STARTUP, HOSPITAL);

    /** What a test sends; nobody chooses it. */
    static final String PING = "ping";

    private static final Map<String, EventKind> BY_ACTION = Arrays.stream(values())
            .flatMap(kind -> kind.actions.stream().map(action -> Map.entry(action, kind)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Set<String> actions;
    private final Set<Face> receivers;

    EventKind(Set<String> actions, Face first, Face... more) {
        this.actions = actions;
        this.receivers = EnumSet.of(first, more);
    }

    /** E.g. {@code introduction.accepted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    boolean isToldTo(Face face) {
        return receivers.contains(face);
    }

    static Optional<EventKind> ofAction(String action) {
        return Optional.ofNullable(BY_ACTION.get(action));
    }

    static Optional<EventKind> of(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** What such an organisation is told. */
    public static List<EventKind> of(Face face) {
        return Arrays.stream(values()).filter(kind -> kind.isToldTo(face)).toList();
    }
}
