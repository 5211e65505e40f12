package dari.admin;

/** A joint application as one that was asked to take part sees it. */
public record ConsortiumView(ApplicationView application, MemberView member) {}
