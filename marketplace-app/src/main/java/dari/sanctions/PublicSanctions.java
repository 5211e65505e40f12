package dari.sanctions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dari.admin.checks.Debarments;
import dari.audit.History;
import dari.kernel.Anyone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;

/** What everybody may know of sanctions and refusals. */
@Service
public class PublicSanctions {

    /** Acts by which somebody said no, or stopped what was going on; each has its words in {@code sanctions.act.<act>}. */
    private static final List<String> REFUSALS = List.of(
            "application.rejected",
            "feasibility.refused",
            "approval.suspended",
            "agreement.terminated",
            "sandbox.held",
            "sandbox.refused",
            "access.stopped",
            "question.declined");

    private static final int YEARS = 3;

    private final Debarments debarments;
    private final History history;
    private final Clock clock;
    private final ZoneId seoul;

    /** Counting reads much of the history: once in a while is enough. */
    private final Cache<String, List<History.YearCount>> counted =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build();

    PublicSanctions(Debarments debarments, History history, Clock clock, ZoneId seoul) {
        this.debarments = debarments;
        this.history = history;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** Who is or was lately shut out; who is longest shut out first. */
    @Anyone
    public List<Debarments.Published> all() {
        return debarments.published();
    }

    /** A page of those whose name holds all of these words. */
    @Anyone
    public Page<Debarments.Published> find(String words, int page, int size) {
        List<String> wanted = Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<Debarments.Published> found = all().stream()
                .filter(one -> wanted.stream().allMatch(one.name().toLowerCase(Locale.ROOT)::contains))
                .toList();
        return new PageImpl<>(
                found.stream().skip((long) page * size).limit(size).toList(), PageRequest.of(page, size), found.size());
    }

    /** How often something was refused in this year and the two before, the newest year first. */
    @Anyone
    public List<History.YearCount> refusals() {
        LocalDate first =
                LocalDate.now(clock.withZone(seoul)).minusYears(YEARS - 1).withDayOfYear(1);
        Instant since = first.atStartOfDay(seoul).toInstant();
        return counted.get("all", all -> history.countByYear(REFUSALS, since));
    }
}
