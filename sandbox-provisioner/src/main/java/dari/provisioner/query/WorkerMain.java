package dari.provisioner.query;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a worker process is started from. A class path is given on as it is. A runnable jar of Spring Boot holds its libraries
 * inside, where only its own launcher finds them; that launcher is told another main class.
 *
 * @param classPath of a process that has this module and the engine on it
 */
record WorkerMain(String classPath) {

    private static final String MAIN = "dari.provisioner.cli.Main";
    private static final String LOADER = "org.springframework.boot.loader.";

    /** The arguments of {@code java} up to the main class; paths are absolute, since a worker runs in a folder of its own. */
    List<String> arguments() {
        String absolute = Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return isRunnableJar(absolute)
                ? List.of("-cp", absolute, "-Dloader.main=" + MAIN, LOADER + "launch.PropertiesLauncher")
                : List.of("-cp", absolute, MAIN);
    }

    private static boolean isRunnableJar(String path) {
        if (path.contains(File.pathSeparator) || !path.endsWith(".jar")) {
            return false;
        }
        try (JarFile jar = new JarFile(path)) {
            Manifest manifest = jar.getManifest();
            String main = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            return main != null && main.startsWith(LOADER);
        } catch (IOException e) {
            return false; // the process says what is wrong with it
        }
    }
}
