package dari.api;

import dari.needs.StartupBackground;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What hospitals ask about a startup besides. In a change, what is left out stays; an empty text or list takes it back. */
record BackgroundBody(
        @Nullable Boolean innovative,
        @Nullable String evidence,
        @Nullable Boolean generative,
        @Nullable String leaves,
        @Nullable String team,
        @Nullable List<String> lacks,
        @Nullable String funding,
        @Nullable String interests) {

    static final BackgroundBody NOTHING = new BackgroundBody(null, null, null, null, null, null, null, null);

    static BackgroundBody of(StartupBackground said) {
        return new BackgroundBody(
                said.innovative(),
                said.evidence(),
                said.generative(),
                said.leaves(),
                said.team(),
                said.lacks(),
                said.funding(),
                said.interests());
    }

    /** This over what was said before. */
    BackgroundBody over(StartupBackground before) {
        return new BackgroundBody(
                innovative == null ? Boolean.valueOf(before.innovative()) : innovative,
                evidence == null ? before.evidence() : evidence,
                generative == null ? Boolean.valueOf(before.generative()) : generative,
                leaves == null ? before.leaves() : leaves,
                team == null ? before.team() : team,
                lacks == null ? before.lacks() : lacks,
                funding == null ? before.funding() : funding,
                interests == null ? before.interests() : interests);
    }
}
