package dari.provisioner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Progress;
import dari.provisioner.Sources;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"type\": \"text\"|\"type\": 7|:11 tables.0.columns.0.type: ",
                "\"role\": \"QUASI\",|`\"role\": \"QUASI\", \"sum\": 1,`|:12 tables.0.columns.0.sum: unknown key 'sum'",
                "\"name\": \"sex\",||:10 tables.0.columns.0: ",
                "\"rows\": 120|\"rows\": 123|:6 tables.0.rows: ",
                "\"missing\": 0,|\"missing\": 0|:15: is not a valid profile file"
            })
    void saysWhereAProfileIsWrong(String right, String wrong, String where) {
        Path profile =
                Sources.write(folder.resolve("profile.json"), PROFILE.replace(right, wrong == null ? "" : wrong));
        Path recipe = folder.resolve("recipe.yaml");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.run(
                new String[] {
                    "plan", "--profile", profile.toString(), "--goal", "deidentify", "--out", recipe.toString()
                },
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Progress.SILENT,
                        Sources.CLOCK));
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith(profile + where)
                .hasLineCount(1);
        assertThat(code).isEqualTo(2);
        assertThat(Files.exists(recipe)).isFalse();
    }

    private static final String PROFILE = """
            {
              "profile": 1,
              "madeAt": "2026-11-24T00:00:00Z",
              "standard": null,
              "tables": [ { "name": "t",
                "rows": 120,
                "persons": null,
                "personKey": null,
                "references": [ ],
                "columns": [ { "name": "sex",
                  "type": "text",
                  "role": "QUASI",
                  "evidence": [ ],
                  "missing": 0,
                  "distinct": null,
                  "distribution": { "kind": "NONE", "cells": [ ], "otherCount": null }
                } ]
              } ]
            }
            """;
}
