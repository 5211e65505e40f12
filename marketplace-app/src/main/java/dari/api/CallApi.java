package dari.api;

import dari.admin.CallView;
import dari.admin.Calls;
import dari.api.door.Open;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls that are or were open to all. */
@RestController
@RequestMapping("/api/v1/calls")
class CallApi {

    private final Calls calls;
    private final Versions versions;

    CallApi(Calls calls, Versions versions) {
        this.calls = calls;
        this.versions = versions;
    }

    @Open
    @GetMapping
    ResponseEntity<Listing<CallAnswer>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.newestFirst(calls.published(), CallView::id, CallAnswer::of, cursor, limit);
    }

    @Open
    @GetMapping("/{call}")
    ResponseEntity<CallAnswer> show(@PathVariable UUID call) {
        return versions.ok(CallAnswer.of(calls.published(call)));
    }
}
