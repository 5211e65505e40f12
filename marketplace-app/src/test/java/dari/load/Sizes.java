package dari.load;

/** How much is made; the whole size is the one that the pages are promised for. */
record Sizes(double share) {

    static final Sizes WHOLE = new Sizes(1);

    int of(int whole) {
        return (int) Math.max(3, Math.round(whole * share));
    }

    int offers() {
        return of(100_000);
    }

    int applications() {
        return of(20_000);
    }
}
