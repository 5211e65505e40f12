package dari.matching.vocabulary.imported;

import dari.matching.vocabulary.Concept;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Concepts made from a classification, in the form of our vocabulary files.
 *
 * @param source where they are from, for the file's comment
 * @param leftOut how many concepts of the source were left out since they lack a Korean name
 */
public record ImportedVocabulary(String source, List<Concept> concepts, long leftOut) {

    public ImportedVocabulary {
        concepts = List.copyOf(concepts);
    }

    /** Writes a file that stands alone: what names nothing broader is declared a head. */
    public void write(Writer to) throws IOException {
        to.write("# " + source + "\n");
        Set<String> taken = new HashSet<>();
        for (Concept concept : concepts) {
            Concept distinct = withNamesOfItsOwn(concept, taken);
            if (distinct.parents().isEmpty()) {
                to.write("#heads\t" + distinct.id() + "\n");
            }
            to.write(Stream.of(
                                    distinct.id(),
                                    cell(distinct.korean()),
                                    cell(distinct.english()),
                                    distinct.synonyms().stream()
                                            .map(ImportedVocabulary::cell)
                                            .collect(Collectors.joining(";")),
                                    String.join(";", distinct.parents()),
                                    distinct.icd10())
                            .collect(Collectors.joining("\t"))
                    + "\n");
        }
    }

    /** Classifications give a name twice, to a group and its only member; the later one takes its code along. */
    private static Concept withNamesOfItsOwn(Concept concept, Set<String> taken) {
        String code =
                concept.icd10().isEmpty() ? concept.id().substring(concept.id().lastIndexOf('-') + 1) : concept.icd10();
        Set<String> own = new HashSet<>();
        String korean = own(concept.korean(), code, taken, own);
        String english = own(concept.english(), code, taken, own);
        Set<String> synonyms = new LinkedHashSet<>(concept.synonyms());
        synonyms.removeIf(name -> taken.contains(key(name)) || !own.add(key(name)));
        taken.addAll(own);
        return new Concept(concept.id(), korean, english, List.copyOf(synonyms), concept.parents(), concept.icd10());
    }

    private static String own(String name, String code, Set<String> taken, Set<String> own) {
        String distinct = taken.contains(key(name)) ? name + " (" + code + ")" : name;
        own.add(key(distinct));
        return distinct;
    }

    private static String key(String name) {
        return Vocabulary.normal(cell(name));
    }

    /** A name without what separates names and columns. */
    private static String cell(String name) {
        return name.replaceAll("[\\t\\r\\n ]+", " ").replace(";", ",").strip();
    }
}
