package dari.api;

import dari.api.door.Scoped;
import dari.needs.Needs;
import dari.needs.ProfileForm;
import dari.tokens.Scope;
import dari.workspace.Concepts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the startup says of itself. */
@RestController
@RequestMapping("/api/v1/profile")
class ProfileApi {

    private final Needs needs;
    private final Concepts concepts;
    private final FormRules rules;
    private final Versions versions;

    ProfileApi(Needs needs, Concepts concepts, FormRules rules, Versions versions) {
        this.needs = needs;
        this.concepts = concepts;
        this.rules = rules;
        this.versions = versions;
    }

    @Scoped(Scope.PROFILE_READ)
    @GetMapping
    ResponseEntity<ProfileBody> profile() {
        return versions.ok(present());
    }

    @Scoped(Scope.PROFILE_WRITE)
    @PutMapping
    ResponseEntity<ProfileBody> save(
            @RequestBody ProfileBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        ProfileForm form = rules.check(body.toForm(needs.myProfile()), ProfileBody::placeOf);
        return versions.replace(seen, this::present, () -> needs.saveProfile(form.toProfile(concepts)));
    }

    private ProfileBody present() {
        return ProfileBody.of(needs.myProfile());
    }
}
