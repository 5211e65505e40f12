package dari.admin.panel;

/** Points that an application has beyond its reviews, and why. */
public record GrantedBonus(String code, int points, String reason) {}
