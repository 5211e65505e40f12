package dari.savedsearches;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public record SavedSearchForm(
        @NotBlank(message = "{savedsearches.form.name.missing}")
        @Size(max = 120, message = "{savedsearches.form.name.long}")
        String name,

        @NotNull(message = "{savedsearches.form.alert.missing}")
        Alert alert) {}
