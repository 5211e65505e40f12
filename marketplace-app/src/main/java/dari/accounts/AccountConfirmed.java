package dari.accounts;

import dari.kernel.UserId;

/** A person proved that the e-mail address is theirs. */
public record AccountConfirmed(UserId account) {}
