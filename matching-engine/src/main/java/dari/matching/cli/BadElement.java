package dari.matching.cli;

/** An element of a list in a file is wrong; whoever has the text of the file can say in which line it starts. */
final class BadElement extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String list;
    private final int index;

    BadElement(String list, int index, String problem) {
        super(list + "[" + index + "]: " + problem);
        this.list = list;
        this.index = index;
    }

    String list() {
        return list;
    }

    int index() {
        return index;
    }
}
