package dari.provisioner.scrub;

/** What does not change from note to note and all threads share: word lists and the learned model. Immutable. */
record Knowledge(Lexicon lexicon, LatinWords lists, SequenceModel model) {

    /** Read once by a process, when its first note is scrubbed. */
    static Knowledge shared() {
        return Shared.KNOWLEDGE;
    }

    private static final class Shared {

        static final Knowledge KNOWLEDGE = new Knowledge(new Lexicon(), new LatinWords(), SequenceModel.ofResource());
    }
}
