package dari.billing;

import dari.kernel.IdBytes;
import dari.kernel.Money;
import dari.projects.ProjectId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events of the payment provider: each is heard once, and kept with what came of it. */
@Component
class CardEvents {

    /** Our name for the provider's several events about a refund that gave nothing back. */
    static final String FAILED = "refund.failed";

    private static final String TO_LOOK_AT = "WHERE outcome IN ('REFUNDING', 'UNKNOWN', 'FOREIGN', 'DISPUTED', 'EARLY',"
            + " 'RETURNED_THERE', 'RETURN_FAILED')";

    private final JdbcClient database;
    private final Clock clock;

    CardEvents(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Whether this is the first time; kept with the present transaction. Until its end no other event of the same payment
     * is heard: news that came a moment before the payment's own word would miss it, and be missed by it.
     */
    boolean isFirst(CardEvent event) {
        if (event.payment() != null) {
            database.sql("INSERT INTO card_payment (id) VALUES (:payment) ON DUPLICATE KEY UPDATE id = id")
                    .param("payment", event.payment())
                    .update();
        }
        try {
            database.sql(
                            "INSERT INTO card_event (id, type, project, received_at, payment, amount, currency,"
                                    + " happened_at) VALUES (:id, :type, :project, :at, :payment, :amount, :currency, :happened)")
                    .param("payment", event.payment())
                    .param("amount", event.amount().minorUnits())
                    .param("currency", event.amount().currency())
                    .param("id", event.id())
                    .param("type", event.type())
                    .param(
                            "project",
                            event.project() == null
                                    ? null
                                    : IdBytes.of(event.project().value()))
                    .param("at", Timestamp.from(clock.instant()))
                    .param("happened", Timestamp.from(event.at()))
                    .update();
            return true;
        } catch (DuplicateKeyException again) {
            return false;
        }
    }

    void outcome(String id, CardEventOutcome outcome) {
        database.sql("UPDATE card_event SET outcome = :outcome WHERE id = :id")
                .param("outcome", outcome.name())
                .param("id", id)
                .update();
    }

    Optional<ProjectId> projectOf(String id) {
        return database.sql("SELECT project FROM card_event WHERE id = :id AND project IS NOT NULL")
                .param("id", id)
                .query((row, number) -> new ProjectId(IdBytes.toId(row.getBytes("project"))))
                .optional();
    }

    /** Whether the same money was given a place, or is on its way back, by another event. */
    boolean isKnown(@Nullable String payment, String exceptEvent) {
        return payment != null
                && database.sql("SELECT COUNT(*) FROM card_event WHERE payment = :payment AND id <> :id"
                                        + " AND outcome IN ('PAID', 'REFUNDING', 'REFUNDED')")
                                .param("payment", payment)
                                .param("id", exceptEvent)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    /** What was heard of a payment before its own word came, in the order in which it came. */
    List<CardEvent> early(String payment) {
        return database.sql(
                        "SELECT id, type, amount, currency, COALESCE(happened_at, received_at) AS at FROM card_event"
                                + " WHERE payment = :payment AND outcome IN ('EARLY', 'DISPUTED') ORDER BY received_at, id")
                .param("payment", payment)
                .query((row, number) -> new CardEvent(
                        row.getString("id"),
                        row.getString("type"),
                        null,
                        0,
                        new Money(row.getLong("amount"), row.getString("currency")),
                        payment,
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** So much of what had gone back of a payment failed then or later, in won: what was said before counts it in. */
    long failedSince(String payment, Instant then) {
        return database.sql("SELECT COALESCE(SUM(amount), 0) FROM card_event WHERE payment = :payment"
                        + " AND type = :type AND currency = 'KRW' AND happened_at >= :then")
                .param("payment", payment)
                .param("type", FAILED)
                .param("then", Timestamp.from(then))
                .query(Long.class)
                .single();
    }

    /** The money of a payment that settled nothing, with its row locked, as long as it was given back or is on its way. */
    Optional<StrayMoney> lockGivenBack(@Nullable String payment) {
        return strays(
                        "WHERE payment = :key AND outcome IN ('REFUNDING', 'REFUNDED')"
                                + " AND type LIKE 'checkout.session.%' FOR UPDATE",
                        String.valueOf(payment))
                .stream()
                .findFirst();
    }

    /** The dispute of a payment is decided: nobody has to look at it any more. */
    void disputeOver(String payment) {
        database.sql("UPDATE card_event SET outcome = 'DISPUTE_OVER' WHERE payment = :payment AND outcome = 'DISPUTED'")
                .param("payment", payment)
                .update();
    }

    /** Those of these payments that some event told of. */
    Set<String> heardOf(Collection<String> payments) {
        if (payments.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(database.sql("SELECT DISTINCT payment FROM card_event WHERE payment IN (:payments)")
                .param("payments", payments)
                .query(String.class)
                .list());
    }

    /** The money that an event told of, with its row locked, as long as it is on its way back. */
    Optional<StrayMoney> lockOnItsWayBack(String id) {
        return strays("WHERE id = :key AND outcome = 'REFUNDING' FOR UPDATE", id).stream()
                .findFirst();
    }

    /** The money of a payment, with its row locked, as long as it has no place and nobody here gives it back. */
    Optional<StrayMoney> lockUnplacedOf(@Nullable String payment) {
        return strays(
                        "WHERE payment = :key AND outcome IN ('UNKNOWN', 'FOREIGN')"
                                + " AND type LIKE 'checkout.session.%' FOR UPDATE",
                        String.valueOf(payment))
                .stream()
                .findFirst();
    }

    /** The money that an event told of, with its row locked, as long as it has no place. */
    Optional<StrayMoney> lockUnplaced(String id) {
        return strays("WHERE id = :key AND outcome = 'UNKNOWN' FOR UPDATE", id).stream()
                .findFirst();
    }

    /** Money of ours that settled nothing and has not gone back. */
    List<StrayMoney> strays() {
        return strays("WHERE outcome IN ('REFUNDING', 'UNKNOWN') AND currency = 'KRW' ORDER BY received_at", "");
    }

    private List<StrayMoney> strays(String which, String key) {
        return database.sql("SELECT id, payment, amount, currency, outcome, received_at FROM card_event " + which)
                .param("key", key)
                .query((row, number) -> new StrayMoney(
                        row.getString("id"),
                        row.getString("payment"),
                        new Money(row.getLong("amount"), row.getString("currency")),
                        CardEventOutcome.valueOf(row.getString("outcome")),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }

    List<KeptCardEvent> toLookAt(int page, int size) {
        return database.sql("SELECT id, type, outcome, amount, currency, received_at FROM card_event " + TO_LOOK_AT
                        + " ORDER BY received_at DESC, id LIMIT :size OFFSET :from")
                .param("size", size)
                .param("from", (long) page * size)
                .query((row, number) -> new KeptCardEvent(
                        row.getString("id"),
                        row.getString("type"),
                        CardEventOutcome.valueOf(row.getString("outcome")),
                        new Money(row.getLong("amount"), row.getString("currency")),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }

    long countToLookAt() {
        return database.sql("SELECT COUNT(*) FROM card_event " + TO_LOOK_AT)
                .query(Long.class)
                .single();
    }
}
