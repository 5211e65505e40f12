package dari.provisioner.privacy;

/** What may still be asked about one group of persons. Thread-safe. */
public interface Budget {

    /**
     * Takes the amount off for good. Call it before the noisy answer is drawn; what fails afterwards stays spent.
     *
     * @param what the question in words of the schema, never of the data: it is written down and may be published
     * @throws dari.provisioner.Refused when less than that is left; then nothing was spent
     */
    void spend(Rho amount, String what);

    /** What is left. */
    Rho remaining();
}
