package dari.incidents;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.StartupMember;
import dari.kernel.UserId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who received what, and whether it is deleted: each recipient attests it, or somebody of the firm who binds it. */
@Service
@Transactional
public class Recalls {

    private final RecallRepository items;
    private final IncidentRepository incidents;
    private final List<ReceiptSource> sources;
    private final Accounts accounts;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    Recalls(
            RecallRepository items,
            IncidentRepository incidents,
            List<ReceiptSource> sources,
            Accounts accounts,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.items = items;
        this.incidents = incidents;
        this.sources = List.copyOf(sources);
        this.accounts = accounts;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    private record Key(UserId person, ReceiptKind kind, String what) {}

    /** Writes down who received what of the project up to now; a list that is there already stays as it is. */
    @BackgroundWork
    public void gather(UUID incident) {
        if (!items.findByIncidentOrderById(incident).isEmpty()) {
            return;
        }
        Incident about = incidents.findById(incident).orElseThrow(() -> new NotFoundException("incident"));
        Map<Key, RecallItem> found = new HashMap<>();
        sources.stream().flatMap(source -> source.of(about.project()).stream()).forEach(receipt -> {
            Key key = new Key(receipt.person(), receipt.kind(), receipt.what());
            RecallItem known = found.get(key);
            if (known == null) {
                found.put(key, items.save(new RecallItem(ids.next(), incident, receipt)));
            } else {
                known.again(receipt);
            }
        });
        history.record(
                HistoryEntry.of("incident.recalled", "incident", incident).with("lines", found.size()));
    }

    /** Everything that this person received is deleted. */
    @StartupMember
    @SecondStep
    public void attest(UUID incident, UserId recipient) {
        Actor me = currentActor.get();
        List<RecallItem> theirs = items.findByIncidentAndRecipient(incident, recipient).stream()
                .filter(item -> me.belongsTo(item.organization()))
                .toList();
        if (theirs.isEmpty()) {
            throw new NotFoundException("recall");
        }
        if (!mayAttest(me, recipient)) {
            throw new RuleBrokenException("incidents.rule.attestOwn");
        }
        List<RecallItem> open = theirs.stream().filter(RecallItem::isOpen).toList();
        if (!open.isEmpty()) {
            open.forEach(item -> item.attest(me.user(), clock.instant()));
            history.record(HistoryEntry.of("incident.attested", "incident", incident)
                    .with("lines", open.size())
                    .with("recipient", recipient.value()));
        }
    }

    /** Nobody can attest this any more, and the handler says why that has to do. */
    @HandlesIncidents
    public void waive(UUID incident, UserId recipient, String why) {
        Actor me = currentActor.get();
        boolean handled = incidents
                .findById(incident)
                .filter(found -> me.belongsTo(found.hospital()) || me.is(Role.PROGRAM_ADMINISTRATOR))
                .isPresent();
        if (!handled) {
            throw new NotFoundException("incident");
        }
        ContentCheck.message(why);
        List<RecallItem> open = items.findByIncidentAndRecipient(incident, recipient).stream()
                .filter(RecallItem::isOpen)
                .toList();
        if (open.isEmpty()) {
            throw new NotFoundException("recall");
        }
        open.forEach(item -> item.waive(why));
        history.record(HistoryEntry.of("incident.waived", "incident", incident)
                .with("recipient", recipient.value())
                .because(why));
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public boolean isOpen(UUID incident) {
        return items.existsByIncidentAndAttestedAtNullAndWaivedBecauseNull(incident);
    }

    /** The list as the present reader may act on it. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<RecallLine> lines(UUID incident) {
        List<RecallItem> all = items.findByIncidentOrderById(incident);
        Map<UserId, String> names = accounts.names(all.stream()
                .flatMap(item -> Stream.of(item.recipient(), item.attestedBy()))
                .filter(person -> person != null)
                .distinct()
                .toList());
        @Nullable Actor me = currentActor.find().orElse(null);
        return all.stream()
                .map(item -> item.line(
                        names.getOrDefault(item.recipient(), ""),
                        item.attestedBy() == null ? null : names.getOrDefault(item.attestedBy(), ""),
                        item.isOpen()
                                && me != null
                                && me.belongsTo(item.organization())
                                && mayAttest(me, item.recipient())))
                .toList();
    }

    /** Who received it, or who binds the firm when that person is not there any more. */
    private static boolean mayAttest(Actor me, UserId recipient) {
        return me.user().equals(recipient) || me.is(Role.STARTUP_OWNER) || me.is(Role.STARTUP_SIGNATORY);
    }
}
