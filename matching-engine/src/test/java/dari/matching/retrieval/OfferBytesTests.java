package dari.matching.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.Offer;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class OfferBytesTests {

    private static final Set<String> NEVER_NULL = Set.of("id", "kind", "title", "text");

    private final Random random = new Random(7);

    /** By every component that the record has: one that is not written makes this fail. */
    @Test
    void whatIsReadIsWhatWasWritten() throws ReflectiveOperationException, IOException {
        OfferBytes.Reader reader = new OfferBytes.Reader();
        for (int i = 0; i < 500; i++) {
            Offer offer = offer();
            BytesRef bytes = OfferBytes.of(offer);
            byte[] amidOthers = new byte[bytes.length + 9];
            System.arraycopy(bytes.bytes, bytes.offset, amidOthers, 5, bytes.length);
            assertThat(reader.read(new BytesRef(amidOthers, 5, bytes.length))).isEqualTo(offer);
        }
    }

    private Offer offer() throws ReflectiveOperationException {
        RecordComponent[] components = Offer.class.getRecordComponents();
        return Offer.class
                .getConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                .newInstance(Arrays.stream(components).map(this::value).toArray());
    }

    private Object value(RecordComponent component) {
        if (component.getType() == List.class) {
            return random.ints(random.nextInt(4)).mapToObj(i -> "코드:" + i).toList();
        }
        if (!NEVER_NULL.contains(component.getName()) && random.nextInt(3) == 0) {
            return null;
        }
        if (component.getType() == String.class) {
            return List.of("", "plain", "당뇨병 \ud83e\ude7a é", "x".repeat(70_000))
                    .get(random.nextInt(4));
        }
        if (component.getType() == Long.class) {
            return random.nextLong();
        }
        if (component.getType() == Integer.class) {
            return random.nextInt();
        }
        if (component.getType() == LocalDate.class) {
            return LocalDate.of(1900 + random.nextInt(300), 1 + random.nextInt(12), 1 + random.nextInt(28));
        }
        if (component.getType() == UseTerms.class) {
            return random.nextBoolean()
                    ? UseTerms.NONE
                    : UseTerms.NONE
                            .with(Term.GENERAL_USE, random.nextBoolean())
                            .with(Term.OTHER, "낱말 " + random.nextInt(3));
        }
        throw new IllegalStateException("teach this test and OfferBytes to write a " + component.getType());
    }
}
