package dari.provisioner.scrub;

/** The words of all notes of one reader, each made once. Not thread-safe. */
final class Words {

    /** Most of what a thread may remember: the clues of a word stand in it. */
    private final WordMemory<Word> known = new WordMemory<>(Word[]::new, WordMemory.BYTES_OF_THREAD / 4 * 3);

    /** The word of a text from here to there. */
    Word of(String text, int from, int to) {
        long hash = WordMemory.hash(text, from, to);
        Word word = known.get(hash);
        if (word == null) {
            word = new Word(text.substring(from, to));
            known.put(hash, word);
        }
        return word;
    }
}
