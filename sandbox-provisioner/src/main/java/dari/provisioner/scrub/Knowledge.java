package dari.provisioner.scrub;

/** What does not change from note to note and all threads share: word lists and the learned model. Immutable. */
record Knowledge(Lexicon lexicon, LatinWords lists, SequenceModel model) {

    static Knowledge load() {
        return new Knowledge(new Lexicon(), new LatinWords(), SequenceModel.ofResource());
    }
}
