package dari.provisioner.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.Progress;
import dari.provisioner.Refused;
import dari.provisioner.Sha256;
import dari.provisioner.Sources;
import dari.provisioner.json.Json;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.tier.RiskTier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A signed release as it leaves: what people and machines read of it, and that nobody can change any of it. */
class WholeReleaseTests {

    @TempDir
    private Path folder;

    private Path release;
    private KeyPair keys;

    @BeforeEach
    void provision() throws GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        release = folder.resolve("out");
        Path source = Sources.hospital(folder.resolve("source"), 400, 1);
        String text = Sources.hospitalRecipe("none").replace("recipe: 1", "recipe: 1\nstandard: omop-5.3");
        new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(source, Recipe.parse(text, "recipe.yaml", folder), release)
                                .withKey(Sources.KEY)
                                .signedBy(keys.getPrivate())
                                .with(
                                        new Certificate.Delivery("hosted", "medium", false),
                                        List.of(new Certificate.Approval("<b>A & B</b>", "steward", Instant.EPOCH))),
                        Progress.SILENT);
    }

    @Test
    void anyChangedByteAndAnyLostFileIsFound() throws IOException {
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
                byte[] changed = bytes.clone();
                changed[at] ^= 1;
                Files.write(file, changed);
                assertThatThrownBy(() -> ReleaseVerifier.verify(release, keys.getPublic()))
                        .as("%s at %d", file, at)
                        .isInstanceOf(dari.provisioner.ProvisionerException.class);
            }
            Files.delete(file);
            assertThatThrownBy(() -> ReleaseVerifier.verify(release, keys.getPublic()))
                    .isInstanceOf(Refused.class);
            Files.write(file, bytes);
        }
        assertThat(ReleaseVerifier.verify(release, keys.getPublic()))
                .isEqualTo(ReleaseVerifier.Checked.HASHES_AND_SIGNATURE);
        Sources.write(release.resolve("data/more.csv"), "");
        assertThatThrownBy(() -> ReleaseVerifier.verify(release, keys.getPublic()))
                .isInstanceOf(Refused.class);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(release)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            assertThat(files)
                    .extracting(f -> f.getFileName().toString())
                    .contains("certificate.json", "certificate.html", "croissant.json", "dictionary.json");
            return files;
        }
    }

    @Test
    void theBoardsPageStandsAloneInBothLanguages() {
        String page = Sources.read(release.resolve(Release.PAGE));
        assertThat(page)
                .contains("<article lang=\"ko\">", "<article lang=\"en\">")
                .contains("가장 작은 집단의 사람 수", "Persons in the smallest class")
                .contains("중위험", "Risk tier: medium")
                .contains("&lt;b&gt;A &amp; B&lt;/b&gt;")
                .doesNotContain("<b>", "<script", "http", "src=", "href=", "url(");
    }

    @Test
    void bothLanguagesOfThePageHaveTheSameSentences() {
        ResourceBundle.Control alone =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        assertThat(ResourceBundle.getBundle("dari.provisioner.release.page", Locale.KOREAN, alone)
                        .keySet())
                .isEqualTo(ResourceBundle.getBundle("dari.provisioner.release.page", Locale.ENGLISH, alone)
                        .keySet());
    }

    @Test
    void croissantNamesEveryFileAndColumnAsTheyAre() throws IOException {
        JsonNode dataset = Json.mapper().readTree(Sources.read(release.resolve(Release.CROISSANT)));
        assertThat(dataset.get("conformsTo").stringValue()).isEqualTo("http://mlcommons.org/croissant/1.0");
        assertThat(dataset.get("distribution").size()).isEqualTo(4);
        for (JsonNode file : dataset.get("distribution")) {
            byte[] bytes =
                    Files.readAllBytes(release.resolve(file.get("contentUrl").stringValue()));
            assertThat(file.get("sha256").stringValue()).isEqualTo(Sha256.hex(bytes));
        }
        for (JsonNode set : dataset.get("recordSet")) {
            String header = Sources.read(
                            release.resolve("data").resolve(set.get("name").stringValue() + ".csv"))
                    .lines()
                    .findFirst()
                    .orElseThrow();
            assertThat(set.get("field").valueStream().map(f -> f.get("name").stringValue()))
                    .containsExactly(header.split(","));
        }
    }

    @Test
    void croissantKeepsTheRulesOfItsSpecification() {
        assertThat(CroissantRules.broken(Json.mapper().readTree(Sources.read(release.resolve(Release.CROISSANT)))))
                .isEmpty();
    }

    @Test
    void theCertificateHoldsTheTierWithItsReasons() {
        Certificate certificate = new Release(release).certificate();
        assertThat(certificate.tier().tier()).isEqualTo(RiskTier.MEDIUM);
        assertThat(certificate.tier().reasons()).extracting("key").containsExactly("tier.controlled");
    }
}
