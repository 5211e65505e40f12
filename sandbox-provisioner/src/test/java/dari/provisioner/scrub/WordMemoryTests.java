package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordMemoryTests {

    private final WordMemory<String> memory = new WordMemory<>(String[]::new);

    private static long hash(String word) {
        return WordMemory.hash(word, 0, word.length());
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int length = 1 + random.nextInt(4); length > 0; length--) {
            word.append((char) (random.nextBoolean() ? 'a' + random.nextInt(26) : 0xac00 + random.nextInt(11_172)));
        }
        return word.toString();
    }

    @Test
    void remembersEveryWordUpToItsBound() {
        Random random = new Random(3);
        Map<String, String> expected = new HashMap<>();
        while (expected.size() < WordMemory.MOST) {
            String word = word(random);
            expected.put(word, word + expected.size());
            memory.put(hash(word), expected.get(word));
        }
        expected.forEach((word, value) -> assertThat(memory.get(hash(word))).isEqualTo(value));
    }

    @Test
    void neverTakesOneWordForAnotherHoweverManyItForgot() {
        Random random = new Random(4);
        int remembered = 0;
        for (int i = 0; i < 10 * WordMemory.MOST; i++) {
            String word = word(random);
            String known = memory.get(hash(word));
            remembered += known == null ? 0 : 1;
            assertThat(known).isIn(null, word);
            memory.put(hash(word), word);
        }
        assertThat(remembered).isPositive();
    }

    @Test
    void knowsAWordWhereverItStands() {
        memory.put(hash("Kim"), "Kim");
        String text = "Dr. Kim's note";
        assertThat(memory.get(WordMemory.hash(text, 4, 7))).isEqualTo("Kim");
        assertThat(memory.get(WordMemory.hash(text, 4, 8))).isNull();
    }
}
