package dari.admin.panel;

import dari.admin.DecisionOutcome;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BallotRepository extends Repository<Ballot, UUID> {

    Ballot save(Ballot entity);

    Optional<Ballot> findById(UUID id);

    Optional<Ballot> findFirstBySubjectOrderByTurnDesc(UUID subject);

    List<Ballot> findBySubjectOrderByTurn(UUID subject);

    List<Ballot> findBySubjectInOrderByTurn(Collection<UUID> subjects);

    Page<Ballot> findByProgramCallInOrderByIdDesc(Collection<UUID> calls, Pageable page);

    /** Open votes in which a member has not voted and is not known to be recused, the first to end first. */
    @Query("select b from Ballot b where b.programCall in :calls and b.status = dari.admin.panel.BallotStatus.OPEN"
            + " and not exists (select 1 from Vote v where v.ballot = b.id and v.person = :person)"
            + " and not exists (select 1 from Recusal r where r.application = b.subject and r.person = :person)"
            + " order by b.due, b.id")
    List<Ballot> findWaiting(Collection<UUID> calls, UUID person, Limit limit);

    /** Votes that are over but not public, or in which nobody is left to vote or the last day has passed. */
    @Query("select b from Ballot b where b.status = dari.admin.panel.BallotStatus.CLOSED"
            + " or (b.status = dari.admin.panel.BallotStatus.OPEN and (b.due < :today"
            + " or (select count(m) from PanelMember m where m.programCall = b.programCall)"
            + " <= (select count(v) from Vote v where v.ballot = b.id)"
            + " + (select count(r) from Recusal r where r.application = b.subject))) order by b.due, b.id")
    List<Ballot> findForOffice(LocalDate today, Limit limit);

    /** Where the votes of a call on single applications stand, the last on each behind those before it. */
    @Query("select new dari.admin.panel.BallotRepository$Said(b.subject, b.status, b.outcome) from Ballot b"
            + " where b.programCall = :call and b.kind = dari.admin.panel.BallotKind.APPLICATION order by b.turn")
    List<Said> findSaid(UUID call);

    record Said(UUID subject, BallotStatus status, @Nullable DecisionOutcome outcome) {}

    List<Ballot> findByStatusInOrderById(Collection<BallotStatus> statuses);

    boolean existsByProgramCall(UUID call);
}
