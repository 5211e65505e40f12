package dari.load;

import dari.kernel.IdBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every page that lists something, by who opens it; with the ids of things that have much in them. */
final class ListPages {

    /** Who opens a page: the first word of the e-mail address, {@code nobody}, or a face's program with a token. */
    record Opened(String by, String path) {

        String name() {
            return by + " " + path;
        }
    }

    private final JdbcTemplate database;
    private final List<Opened> pages = new ArrayList<>();

    ListPages(JdbcTemplate database) {
        this.database = database;
    }

    List<Opened> all() {
        everybody();
        startup();
        hospital();
        program();
        reviewer();
        programs();
        return List.copyOf(pages);
    }

    private void everybody() {
        UUID offer = id("SELECT id FROM offer WHERE status = 'PUBLISHED' LIMIT 1 OFFSET 50");
        paged("nobody", "/offers", 5000);
        add("nobody", "/offers/" + offer, "/offers/" + offer + "/versions", "/concepts/disease?field=q&q=lung");
        paged("nobody", "/calls", 4);
        add("nobody", "/calls/open.json", "/calls/open.atom");
        paged("nobody", "/register", 60);
        add(
                "nobody",
                "/register?q=CT",
                "/register/times",
                "/register/history",
                "/register/entries.atom",
                "/register/hospitals");
        paged("nobody", "/api/v1/offers", 5000);
        add("nobody", "/api/v1/calls", "/api/v1/register");
    }

    private void startup() {
        String me = "startup";
        UUID need = id("SELECT id FROM need WHERE startup = " + organization(me) + " LIMIT 1");
        UUID search = id("SELECT id FROM saved_search WHERE startup = " + organization(me) + " LIMIT 1");
        UUID offer = id("SELECT id FROM offer WHERE status = 'PUBLISHED' LIMIT 1 OFFSET 70");
        UUID introduction = id(
                "SELECT id FROM introduction WHERE status = 'MUTUAL' AND startup = " + organization(me) + " LIMIT 1");
        UUID open = call("SUBMITTED");
        UUID hook = id("SELECT id FROM webhook_endpoint LIMIT 1");
        add(me, "/home");
        paged(me, "/startup/search?need=" + need, 30);
        add(
                me,
                "/startup/search?need=" + need + "&q=CT&sort=NEW",
                "/startup/search?need=" + need + "&sort=ANSWER",
                "/startup/offers/" + offer + "?need=" + need,
                "/startup/compare?need=" + need + "&offer=" + offer);
        paged(me, "/startup/offers", 5000);
        paged(me, "/startup/needs", 6);
        add(me, "/startup/searches", "/startup/searches/" + search);
        paged(me, "/startup/applications", 20);
        add(me, "/startup/applications/new?call=" + open);
        paged(me, "/introductions", 60);
        add(me, "/introductions/" + introduction);
        paged(me, "/invitations", 8);
        paged(me, "/projects", 3);
        paged(me, "/sandboxes", 3);
        paged(me, "/documents", 8);
        add(me, "/startup/documents", "/startup/documents/hospitals/" + firstHospital());
        add(me, "/startup/offers/" + offer + "/plan", "/startup/offers/" + offer + "/feasibility");
        add(me, "/consortia", "/startup/cohorts", "/account", "/account/tokens", "/account/webhooks");
        paged(me, "/account/webhooks/" + hook, 100);
        paged(me, "/notifications", 40);
        add(me, "/account/notices");
    }

    private void hospital() {
        String me = "hospital";
        UUID need = id("SELECT id FROM need WHERE status = 'PUBLISHED' LIMIT 1 OFFSET 40");
        UUID introduction = id("SELECT id FROM introduction WHERE status = 'INTERESTED' AND hospital = "
                + organization(me) + " LIMIT 1");
        add(me, "/home");
        paged(me, "/hospital/offers", 50);
        paged(me, "/hospital/needs", 4); // fifty are listed
        add(me, "/hospital/needs/" + need);
        paged(me, "/introductions", 30);
        add(me, "/introductions/" + introduction);
        paged(me, "/invitations", 40);
        add(me, "/hospital/boards", "/hospital/answers", "/hospital/agents", "/hospital/capacity");
        paged(me, "/hospital/feasibility", 20);
        paged(me, "/hospital/documents", 10);
        add(me, "/hospital/documents/asked");
        paged(me, "/hospital/decisions", 10);
        paged(me, "/hospital/sandboxes", 2);
        paged(me, "/projects", 2);
        paged(me, "/documents", 3);
        add(me, "/hospital/cohorts", "/panel", "/consortia", "/account");
        paged(me, "/notifications", 40);
    }

    private void program() {
        String me = "program";
        UUID reviewing = call("IN_REVIEW");
        UUID ranked = id("SELECT program_call FROM ranked_place GROUP BY program_call ORDER BY COUNT(*) DESC LIMIT 1");
        UUID voting = id("SELECT program_call FROM panel_ballot WHERE status = 'OPEN' GROUP BY program_call"
                + " ORDER BY COUNT(*) DESC LIMIT 1");
        UUID application = id("SELECT id FROM application WHERE status = 'IN_REVIEW' LIMIT 1 OFFSET 9");
        UUID approved = id("SELECT application FROM project LIMIT 1 OFFSET 2");
        add(me, "/home");
        paged(me, "/program/calls", 4);
        for (UUID call : List.of(reviewing, ranked)) {
            String of = "/program/calls/" + call;
            paged(me, of, 100);
            paged(me, of + "/assignment", 100);
        }
        paged(me, "/program/calls/" + voting + "/panel", 20);
        for (String part : List.of("/ranking", "/letters", "/presentations")) {
            paged(me, "/program/calls/" + ranked + part, 100);
        }
        add(me, "/program/calls/" + reviewing + "/documents", "/program/calls/" + reviewing + "/design");
        UUID itsCall = id("SELECT program_call FROM application"
                + " WHERE id = (SELECT id FROM application WHERE status = 'IN_REVIEW' LIMIT 1 OFFSET 9)");
        paged(me, "/program/calls/" + itsCall + "/assignment/" + application, 8);
        String one = "/program/applications/" + application;
        add(me, one, one + "/screening", one + "/discussion", one + "/panel");
        add(me, "/program/applications/" + approved + "/milestones");
        paged(me, "/program/reviewers", 5);
        paged(me, "/program/verifications", 60);
        paged(me, "/program/payments", 40);
        paged(me, "/projects", 40);
        paged(me, "/program/history", 8000);
        add(me, "/program/history/" + application, "/program/figures", "/program/figures/report", "/program/cohorts");
        add(me, "/program/auditors", "/account");
        paged(me, "/notifications", 10);
        UUID audited = id("SELECT program_call FROM audit_mandate_call LIMIT 1");
        add("auditor", "/home", "/audits", "/audits/calls/" + audited);
    }

    private void reviewer() {
        String me = "(SELECT id FROM account WHERE email = 'reviewer@load.example')";
        UUID review = id("SELECT id FROM review WHERE reviewer = " + me + " LIMIT 1");
        add("reviewer", "/home");
        paged("reviewer", "/reviews", 20);
        add("reviewer", "/reviews/" + review, "/reviews/profile");
        paged("reviewer", "/panel", 20);
    }

    /** What the API lists, for programs that act for a startup, a hospital, the office. */
    private void programs() {
        UUID need = id("SELECT id FROM need WHERE startup = " + organization("startup") + " LIMIT 1");
        UUID own = id("SELECT id FROM offer WHERE status = 'PUBLISHED' AND hospital = " + organization("hospital")
                + " LIMIT 1");
        for (String list : List.of(
                "needs",
                "saved-searches",
                "introductions",
                "invitations",
                "applications",
                "documents",
                "projects",
                "sandboxes",
                "needs/" + need + "/matches")) {
            add("startup-token", "/api/v1/" + list);
        }
        for (String list : List.of("hospital/offers", "hospital/agents", "introductions", "invitations")) {
            add("hospital-token", "/api/v1/" + list);
        }
        add("hospital-token", "/api/v1/hospital/needs?offer=" + own);
        add("program-token", "/api/v1/program/calls", "/api/v1/program/calls/" + call("IN_REVIEW") + "/applications");
    }

    private void add(String by, String... paths) {
        for (String path : paths) {
            pages.add(new Opened(by, path));
        }
    }

    /** The first page, one in the middle, the last or nearly. */
    private void paged(String by, String path, int last) {
        String page = path + (path.contains("?") ? "&" : "?") + "page=";
        add(by, path, page + last / 2, page + last);
    }

    /** The open call that has the most applications at a stage. */
    private UUID call(String stage) {
        return id("SELECT c.id FROM program_call c JOIN application a ON a.program_call = c.id WHERE c.status = 'OPEN'"
                + " AND a.status = '" + stage + "' GROUP BY c.id ORDER BY COUNT(*) DESC LIMIT 1");
    }

    private UUID firstHospital() {
        return id("SELECT m.organization FROM membership m JOIN account a ON a.id = m.account"
                + " WHERE a.email = 'hospital@load.example'");
    }

    private static String organization(String kind) {
        return "(SELECT m.organization FROM membership m JOIN account a ON a.id = m.account WHERE a.email = '" + kind
                + "@load.example')";
    }

    private UUID id(String sql) {
        return database.queryForList(sql, byte[].class).stream()
                .map(IdBytes::toId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing to open: " + sql));
    }
}
