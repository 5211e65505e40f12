package dari.organizations;

/** How long a password is: the minimum of NIST SP 800-63B plus two, and what bcrypt reads at the most. */
final class PasswordRule {

    static final int MIN = 10;
    static final int MAX = 72;

    private PasswordRule() {}
}
