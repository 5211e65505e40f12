package dari.provisioner.deidentify;

/** A table engine in an artifact of its own, found by {@link java.util.ServiceLoader} when that lies on the class path. */
public interface TableEngineProvider {

    /** Whether this provider knows an address by its scheme. */
    boolean takes(String address);

    /**
     * @param address as given to {@code --engine}
     * @throws dari.provisioner.BadInput when it is malformed or unsafe
     */
    TableEngine.Opening at(String address);
}
