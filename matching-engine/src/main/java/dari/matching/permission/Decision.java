package dari.matching.permission;

/** What a rule set decides. The strict rules say PERMIT, DENY or ASK; the published ones PERMIT, DENY or ABSTAIN. */
public enum Decision {
    PERMIT,
    ASK,
    DENY,
    ABSTAIN
}
