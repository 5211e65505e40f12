package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.admin.BoardRow;
import dari.admin.CallView;
import dari.admin.Calls;
import dari.admin.DecisionDesk;
import dari.admin.ReviewView;
import dari.admin.verification.OrganizationChanges;
import dari.api.door.Scoped;
import dari.tokens.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls, applications and where their reviews stand, and asked-for changes of records, for who runs the program. Deciding stays with people. */
@RestController
@RequestMapping("/api/v1/program")
class ProgramApi {

    private final Calls calls;
    private final DecisionDesk decisions;
    private final OrganizationChanges changes;
    private final Versions versions;

    ProgramApi(Calls calls, DecisionDesk decisions, OrganizationChanges changes, Versions versions) {
        this.calls = calls;
        this.decisions = decisions;
        this.changes = changes;
        this.versions = versions;
    }

    /**
     * An application with its reviews, as the board compares them.
     *
     * @param mean mean of the points that are in, from 0 to 100
     * @param ready whether the call's least number of reviews is in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BoardAnswer(
            ApplicationAnswer application,
            String startupName,
            List<ReviewAnswer> reviews,
            @Nullable Double mean,
            boolean ready) {

        static BoardAnswer of(BoardRow row) {
            return new BoardAnswer(
                    ApplicationAnswer.of(row.application()),
                    row.application().startupName(),
                    row.reviews().stream().map(ReviewAnswer::of).toList(),
                    row.mean(),
                    row.ready());
        }
    }

    /** Where a review stands; who writes it and what it says stays on the page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewAnswer(
            UUID id, String status, LocalDate due, @Nullable Double points) {

        static ReviewAnswer of(ReviewView review) {
            return new ReviewAnswer(review.id(), review.status(), review.due(), review.points());
        }
    }

    @Scoped(Scope.PROGRAM_READ)
    @GetMapping("/calls")
    ResponseEntity<Listing<CallAnswer>> calls(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.newestFirst(calls.all(), CallView::id, CallAnswer::of, cursor, limit);
    }

    @Scoped(Scope.PROGRAM_READ)
    @GetMapping("/calls/{call}")
    ResponseEntity<CallAnswer> call(@PathVariable UUID call) {
        return versions.ok(CallAnswer.of(calls.show(call)));
    }

    /** Those that were handed in, in the order in which they were made. */
    @Scoped(Scope.PROGRAM_READ)
    @GetMapping("/calls/{call}/applications")
    ResponseEntity<Listing<BoardAnswer>> applications(
            @PathVariable UUID call,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        calls.show(call);
        return Paging.inPlaces((page, size) -> decisions.board(call, page, size), BoardAnswer::of, cursor, limit);
    }

    /** What organisations ask to have changed of what was verified, the newest first. */
    @Scoped(Scope.PROGRAM_READ)
    @GetMapping("/changes")
    ResponseEntity<Listing<ChangeAnswer>> changes(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.inPlaces(changes::list, ChangeAnswer::of, cursor, limit);
    }

    @Scoped(Scope.PROGRAM_READ)
    @GetMapping("/changes/{organizationChange}")
    ResponseEntity<ChangeAnswer> change(@PathVariable UUID organizationChange) {
        return versions.ok(ChangeAnswer.of(changes.show(organizationChange)));
    }

    @Scoped(Scope.PROGRAM_READ)
    @GetMapping("/applications/{application}")
    ResponseEntity<BoardAnswer> application(@PathVariable UUID application) {
        return versions.ok(BoardAnswer.of(decisions.show(application)));
    }
}
