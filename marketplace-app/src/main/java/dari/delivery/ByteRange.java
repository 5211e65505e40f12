package dari.delivery;

/**
 * Bytes of a file, both ends included, counted from 0; empty (0 to -1) for a file without bytes.
 */
record ByteRange(long first, long last) {

    static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    long length() {
        return last - first + 1;
    }
}
