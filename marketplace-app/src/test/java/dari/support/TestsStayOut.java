package dari.support;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Keeps the tests' own parts out of an application that is started from the tests' class path to be measured: one of them
 * empties the database.
 */
public final class TestsStayOut extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
        return reader.getAnnotationMetadata().hasAnnotation(TestComponent.class.getName())
                || reader.getAnnotationMetadata().hasAnnotation(TestConfiguration.class.getName())
                || reader.getClassMetadata().getClassName().endsWith("Tests")
                || reader.getClassMetadata().getClassName().contains("Tests$");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TestsStayOut;
    }

    @Override
    public int hashCode() {
        return TestsStayOut.class.hashCode();
    }
}
