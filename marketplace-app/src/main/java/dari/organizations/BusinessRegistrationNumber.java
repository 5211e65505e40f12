package dari.organizations;

/**
 * Korean business registration number (사업자등록번호): ten digits, the last a check digit.
 *
 * @param digits ten digits without hyphens
 */
public record BusinessRegistrationNumber(String digits) {

    /** Weights of the National Tax Service's check; the ninth digit counts with its tens, too. */
    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    public BusinessRegistrationNumber {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("not a business registration number");
        }
    }

    public static boolean isValid(String digits) {
        if (!digits.matches("[0-9]{10}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += digit(digits, i) * WEIGHTS[i];
        }
        sum += digit(digits, 8) * 5 / 10;
        return (10 - sum % 10) % 10 == digit(digits, 9);
    }

    /** Strips the hyphens and spaces people type. */
    public static String normalized(String typed) {
        return typed.replaceAll("[\\s-]", "");
    }

    /** As it is written, e.g. {@code 123-45-67891}. */
    public String formatted() {
        return digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5);
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
