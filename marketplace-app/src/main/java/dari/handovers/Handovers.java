package dari.handovers;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.introductions.IntroductionId;
import dari.introductions.IntroductionView;
import dari.introductions.Introductions;
import dari.introductions.MessageWritten;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalOffice;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import dari.kernel.UserId;
import dari.notifications.Notice;
import dari.notifications.Notifications;
import dari.organizations.Member;
import dari.organizations.Organizations;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands a conversation from one of the hospital's people to another, so that nobody asks who holds it. */
@Service
@Transactional
public class Handovers {

    /** Who speaks with startups for a hospital. */
    private static final Set<Role> SPEAKERS = Set.of(Role.HOSPITAL_OFFICE, Role.HOSPITAL_CLINICIAN);

    private final KeeperRepository keepers;
    private final Introductions introductions;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Notifications notifications;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    Handovers(
            KeeperRepository keepers,
            Introductions introductions,
            Organizations organizations,
            Accounts accounts,
            Notifications notifications,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.keepers = keepers;
        this.introductions = introductions;
        this.organizations = organizations;
        this.accounts = accounts;
        this.notifications = notifications;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /**
     * Gives a conversation of the actor's hospital to a colleague, or takes it.
     *
     * @param note what the colleague should know, for the hospital alone; empty for none
     * @throws NotFoundException when the colleague is none who speaks for the hospital
     * @throws RuleBrokenException when that colleague holds it already
     * @throws dari.documents.ContentRefused when the note holds patients' data
     */
    @HospitalOffice
    public void hand(IntroductionId id, UserId colleague, String note) {
        IntroductionView talk = introductions.show(id);
        if (speakers(talk.hospital().id()).stream()
                .noneMatch(member -> member.user().equals(colleague))) {
            throw new NotFoundException("colleague");
        }
        ContentCheck.message(note);
        if (held(talk).filter(held -> held.by().equals(colleague)).isPresent()) {
            throw new RuleBrokenException("handovers.rule.same");
        }
        keepers.findByIntroduction(id)
                .ifPresentOrElse(
                        keeper -> keeper.take(colleague, note.strip(), clock.instant()),
                        () -> keepers.save(new Keeper(ids.next(), id, colleague, note.strip(), clock.instant())));
        history.record(HistoryEntry.of("introduction.handedOver", "introduction", id.value())
                .with("to", colleague.value()));
        if (!colleague.equals(currentActor.get().user())) {
            tell(colleague, talk, "handovers.notice.given", talk.startup().id());
        }
    }

    /** Who holds it on the hospital's side; empty while nobody took it, or who did is no longer there. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<Held> of(IntroductionId id) {
        return held(introductions.show(id));
    }

    /** Whom the office may give a conversation to. */
    @HospitalOffice
    @Transactional(readOnly = true)
    public List<Member> colleagues() {
        return speakers(currentActor.get().organization());
    }

    /** The office hears of every message; who holds the conversation hears of it also where they are not of the office. */
    @ApplicationModuleListener
    void on(MessageWritten event) {
        keepers.findByIntroduction(event.introduction())
                .filter(keeper -> event.toHospital())
                .ifPresent(keeper -> speakers(event.hospital()).stream()
                        .filter(member -> member.user().equals(keeper.account()))
                        .filter(member -> !member.roles().contains(Role.HOSPITAL_OFFICE))
                        .forEach(member -> tell(
                                member.user(),
                                event.hospital(),
                                event.introduction(),
                                "introductions.notice.wrote",
                                event.startup())));
    }

    private Optional<Held> held(IntroductionView talk) {
        List<Member> speakers = speakers(talk.hospital().id());
        return keepers.findByIntroduction(talk.id())
                .flatMap(keeper -> speakers.stream()
                        .filter(member -> member.user().equals(keeper.account()))
                        .findFirst()
                        .map(member -> new Held(
                                member.user(),
                                member.name(),
                                LocalDate.ofInstant(keeper.since(), seoul),
                                keeper.note())));
    }

    private List<Member> speakers(OrganizationId hospital) {
        return organizations.members(hospital).stream()
                .filter(member -> member.roles().stream().anyMatch(SPEAKERS::contains))
                .toList();
    }

    private void tell(UserId person, IntroductionView talk, String key, OrganizationId startup) {
        tell(person, talk.hospital().id(), talk.id(), key, startup);
    }

    private void tell(UserId person, OrganizationId hospital, IntroductionId talk, String key, OrganizationId startup) {
        notifications.tell(
                accounts.addressees(List.of(person)),
                hospital,
                Notice.of(
                        key,
                        "/introductions/" + talk.value(),
                        organizations.facts(startup).inNotices()),
                null);
    }
}
