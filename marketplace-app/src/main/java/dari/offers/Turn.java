package dari.offers;

/** Whose turn it is to write to an index. */
interface Turn {

    /**
     * Does the work when nobody else does it now.
     *
     * @return false when somebody else does
     */
    boolean take(Runnable work);
}
