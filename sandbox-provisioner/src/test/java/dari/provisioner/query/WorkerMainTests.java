package dari.provisioner.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerMainTests {

    @TempDir
    Path folder;

    @Test
    void givesAClassPathOnFromAnyFolder() throws IOException {
        Path plain = jar("plain.jar", "dari.DariApplication");
        String relative = "lib" + File.separator + "a.jar" + File.pathSeparator + plain;
        assertThat(new WorkerMain(relative).arguments())
                .containsExactly(
                        "-cp",
                        Path.of("lib", "a.jar").toAbsolutePath() + File.pathSeparator + plain,
                        "dari.provisioner.cli.Main");
        assertThat(new WorkerMain(plain.toString()).arguments()).endsWith("dari.provisioner.cli.Main");
    }

    @Test
    void tellsTheLauncherOfARunnableJarAnotherMainClass() throws IOException {
        Path boot = jar("app-boot.jar", "org.springframework.boot.loader.launch.JarLauncher");
        assertThat(new WorkerMain(boot.toString()).arguments())
                .containsExactly(
                        "-cp",
                        boot.toString(),
                        "-Dloader.main=dari.provisioner.cli.Main",
                        "org.springframework.boot.loader.launch.PropertiesLauncher");
    }

    @Test
    void leavesWhatIsNoJarToTheProcess() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
        assertThat(new WorkerMain(broken.toString()).arguments()).endsWith("dari.provisioner.cli.Main");
    }

    private Path jar(String name, String main) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main);
        Path jar = folder.resolve(name).toAbsolutePath();
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
