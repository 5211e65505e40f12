package dari.delivery;

import dari.sandboxes.SandboxId;

/**
 * Three lines that read the sandbox from a scientist's own program. The token comes from the environment, so that none
 * lies in a script.
 *
 * @param pythonFile standard library alone
 * @param pythonSql standard library alone
 * @param rFile base R alone
 * @param rSql with httr2, which writes the question by jsonlite
 */
record Snippets(String pythonFile, String pythonSql, String rFile, String rSql) {

    /** The variable of the environment that holds the token. */
    static final String VARIABLE = "DARI_TOKEN";

    /**
     * @param base address of the marketplace, without a slash at the end
     * @param table one of the release's
     */
    static Snippets of(String base, SandboxId sandbox, String table) {
        String address = base + "/api/v1/sandboxes/" + sandbox.value();
        String file = address + "/release/files/" + table + ".csv";
        String query = address + "/query";
        String sql = "SELECT count(*) AS n FROM " + table;
        return new Snippets(
                """
                import csv, io, os, urllib.request as web
                answer = web.urlopen(web.Request("%s", headers={"Authorization": "Bearer " + os.environ["%s"]}))
                rows = list(csv.DictReader(io.TextIOWrapper(answer, "utf-8")))
                """.formatted(file, VARIABLE),
                """
                import json, os, urllib.request as web
                question = web.Request("%s", json.dumps({"sql": "%s"}).encode(), {"Content-Type": "application/json", "Authorization": "Bearer " + os.environ["%s"]})
                rows = json.load(web.urlopen(question))["rows"]
                """.formatted(query, sql, VARIABLE),
                """
                token <- Sys.getenv("%s")
                source <- url("%s", headers = c(Authorization = paste("Bearer", token)))
                rows <- read.csv(source, encoding = "UTF-8")
                """.formatted(VARIABLE, file),
                """
                library(httr2)
                question <- request("%s") |> req_auth_bearer_token(Sys.getenv("%s")) |> req_body_json(list(sql = "%s"))
                rows <- resp_body_json(req_perform(question))$rows
                """.formatted(query, VARIABLE, sql));
    }
}
