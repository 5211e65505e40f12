package dari.secondfactor;

import dari.kernel.UserId;

/** A person has no second step any more; told in the same transaction, so that what stands on it ends with it. */
public record SecondStepTurnedOff(UserId account) {}
