package dari.accounts;

/** How long a password is: the minimum of NIST SP 800-63B plus two, and what bcrypt reads at the most. */
public final class PasswordRule {

    public static final int MIN = 10;
    public static final int MAX = 72;

    private PasswordRule() {}
}
