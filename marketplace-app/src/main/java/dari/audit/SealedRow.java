package dari.audit;

import org.jspecify.annotations.Nullable;

/** The fields of a history row that the chain covers, as they lie in the database. */
@SuppressWarnings("ArrayRecordComponent") // a row read once and hashed; never compared
record SealedRow(
        byte[] id,
        long position,
        long atMicros,
        byte @Nullable [] actor,
        byte @Nullable [] organization,
        @Nullable String systemActor,
        String action,
        String subjectKind,
        byte[] subject,
        String facts,
        @Nullable String note,
        byte @Nullable [] noteSalt,
        byte @Nullable [] noteDigest,
        byte @Nullable [] contentDigest,
        byte @Nullable [] chainHash) {}
