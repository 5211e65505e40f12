package dari.delivery;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.CurrentNetwork;
import dari.kernel.HospitalMember;
import dari.kernel.Ids;
import dari.kernel.UserId;
import dari.sandboxes.SandboxId;
import dari.sandboxes.Sandboxes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps account of every range that leaves: before its first byte, and again when it is over. */
@Service
@Transactional
public class SentRanges {

    private final SentRangeRepository ranges;
    private final Sandboxes sandboxes;
    private final Accounts accounts;
    private final History history;
    private final CurrentActor currentActor;
    private final CurrentNetwork network;
    private final Ids ids;
    private final Clock clock;

    SentRanges(
            SentRangeRepository ranges,
            Sandboxes sandboxes,
            Accounts accounts,
            History history,
            CurrentActor currentActor,
            CurrentNetwork network,
            Ids ids,
            Clock clock) {
        this.ranges = ranges;
        this.sandboxes = sandboxes;
        this.accounts = accounts;
        this.history = history;
        this.currentActor = currentActor;
        this.network = network;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What begins a file anew is also in the history, and so is the first part of it that somebody gets, wherever it
     * begins: a recall asks the history who has what. Later parts are in the account alone.
     */
    @BackgroundWork
    public UUID begin(OpenedFile file, ByteRange range) {
        UUID id = ids.next();
        UserId person = currentActor.get().user();
        boolean anew = range.first() == 0
                || !ranges.existsBySandboxAndAccountAndFile(
                        file.sandbox(), person, file.facts().name());
        ranges.save(new SentRange(id, file, person, range, network.prefix(), clock.instant()));
        if (anew) {
            history.record(HistoryEntry.of(
                            "sandbox.downloaded",
                            "project",
                            sandboxes.show(file.sandbox()).project().id().value())
                    .with("file", file.facts().name())
                    .with("bytes", range.length()));
        }
        return id;
    }

    /** @param bytes how many left before it ended, or was cut */
    @BackgroundWork
    public void ended(UUID range, long bytes) {
        ranges.findById(range).ifPresent(found -> found.sent(bytes));
    }

    /** What left in a time, for the hospital whose data it is. */
    @HospitalMember
    @Transactional(readOnly = true)
    public List<SentFile> of(SandboxId sandbox, Instant from, Instant until) {
        sandboxes.show(sandbox);
        List<SentRangeRepository.Sum> sums = ranges.sums(sandbox, from, until);
        Map<UserId, String> names = accounts.names(
                sums.stream().map(SentRangeRepository.Sum::account).distinct().toList());
        return sums.stream()
                .map(sum -> new SentFile(
                        names.getOrDefault(sum.account(), ""),
                        sum.file(),
                        sum.fileBytes(),
                        sum.network(),
                        sum.requests(),
                        sum.bytes(),
                        sum.last()))
                .toList();
    }
}
