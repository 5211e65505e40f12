package dari.admin;

import dari.admin.eligibility.Declaration;
import java.time.LocalDate;
import java.util.UUID;

/** An organisation that was asked to take part. */
public record MemberView(
        UUID organization, String name, boolean firm, MemberStatus status, Declaration declared, LocalDate since) {}
