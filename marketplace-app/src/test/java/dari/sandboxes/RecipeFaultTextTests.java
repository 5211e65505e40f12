package dari.sandboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dari.provisioner.BadInput;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.RecipeProblem;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class RecipeFaultTextTests {

    private static final String HANGUL = "(?s).*[가-힣].*";

    private final RecipeFaultText text = new RecipeFaultText(bundles());

    private static ResourceBundleMessageSource bundles() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages.recipes");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    @ParameterizedTest
    @EnumSource
    void eachProblemIsSaidInBothLanguagesWithWhatItNames(RecipeProblem problem) {
        BadInput wrong = problem.at("recipe:3 tables", "{odd} 'one'", "zweites");
        RecipeFaultText.Said english = text.of(wrong, Locale.ENGLISH);
        assertThat(english).isEqualTo(new RecipeFaultText.Said(wrong.what(), wrong.whatToDo(), true));
        RecipeFaultText.Said korean = text.of(wrong, Locale.KOREAN);
        assertThat(korean.translated()).isTrue();
        assertThat(korean.what()).matches(HANGUL);
        assertThat(korean.what() + korean.whatToDo()).matches(HANGUL);
        for (String named : wrong.arguments()) {
            assertThat((korean.what() + korean.whatToDo()).contains(named))
                    .as(named)
                    .isEqualTo((wrong.what() + wrong.whatToDo()).contains(named));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recipe: 2",
                "recipe: 1\ngoal: [a]",
                "recipe: 1\ngoal: deidentify\ntables: {}",
                "recipe: 1\ngoal: deidentify\ntables: {person: {columns: {a: {do: round}}}}\nprivacy: {k: 0}",
                "recipe: 1\ngoal: deidentify\nother: 1",
                "recipe: 1\ngoal: elsewhere\ntables: {person: {columns: {a: {role: other}}}}",
            })
    void whatTheSchemaRefusesIsSaidInKoreanToo(String recipe) {
        BadInput wrong = refused(recipe);
        RecipeFaultText.Said korean = text.of(wrong, Locale.KOREAN);
        assertThat(korean.translated()).as(wrong.code()).isTrue();
        assertThat(korean.what()).matches(HANGUL).doesNotContain("{");
        assertThat(korean.whatToDo()).matches(HANGUL).contains("recipe.schema.json");
    }

    @Test
    void whatNobodyTranslatedStaysInTheEnginesWords() {
        BadInput wrong = new BadInput("x.csv", "cannot be read", "mend it");
        assertThat(text.of(wrong, Locale.KOREAN))
                .isEqualTo(new RecipeFaultText.Said("cannot be read", "mend it", false));
    }

    private static BadInput refused(String recipe) {
        return catchThrowableOfType(BadInput.class, () -> Recipe.outline(recipe));
    }
}
