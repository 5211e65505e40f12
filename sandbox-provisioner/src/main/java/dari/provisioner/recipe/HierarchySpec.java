package dari.provisioner.recipe;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which hierarchy a column is generalised by.
 *
 * @param name as written in the recipe
 * @param builtin which built-in one, or null for a file
 * @param file path of the file in ARX's CSV form, or null for a built-in one
 */
public record HierarchySpec(
        String name, @Nullable Builtin builtin, @Nullable Path file) {

    /** The value itself or nothing at all. */
    public static final HierarchySpec FLAT = new HierarchySpec("builtin:flat", Builtin.FLAT, null);

    /** Hierarchies that need no file. */
    public enum Builtin {
        /** The value, then {@code *}. */
        FLAT,
        /** A year, or the year of an ISO date: 1, 5, 10, 20, 40 years, then {@code *}. */
        YEAR,
        /** An ISO date: day, month, then as {@link #YEAR}. */
        DATE,
        /** An age in years, from 90 on as one: 1, 5, 10, 20, 40 years, then {@code *}. */
        AGE,
        /** A number: itself, ranges that double in width, then {@code *}. */
        NUMBER,
        /** A postal code: one more character masked at each level. */
        ZIP,
        /** A Korean postal code: its first three digits, 시도, region of the country, then {@code *}. */
        POSTAL,
        /** A Korean address or ten-digit area code: 시군구, 시도, region of the country, then {@code *}. */
        REGION,
        /** A code of ICD-10: subcategory, category, block, chapter, then {@code *}. */
        ICD10,
        /** A code of the Korean classification of diseases, which refines ICD-10. */
        KCD
    }
}
