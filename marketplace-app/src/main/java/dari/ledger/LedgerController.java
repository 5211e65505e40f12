package dari.ledger;

import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.organizations.Organizations;
import dari.workspace.Pages;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The books, for those who keep the program's money. */
@Controller
@RequestMapping("/program/ledger")
class LedgerController implements RailSource {

    private static final int PAGE = 100;
    private static final int FURTHEST = 100_000;

    private final Ledger ledger;
    private final Organizations organizations;
    private final ZoneId seoul;

    LedgerController(Ledger ledger, Organizations organizations, ZoneId seoul) {
        this.ledger = ledger;
        this.organizations = organizations;
        this.seoul = seoul;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "0") int page, Locale locale, Model model) {
        int asked = Math.min(Math.max(0, page), FURTHEST);
        List<Balance> balances = ledger.balances();
        List<LedgerRow> rows = ledger.page(asked, PAGE);
        model.addAttribute("balances", balances);
        model.addAttribute(
                "sums",
                balances.stream()
                        .collect(Collectors.groupingBy(
                                balance -> balance.amount().currency(),
                                Collectors.summingLong(
                                        balance -> balance.amount().minorUnits()))));
        model.addAttribute("rows", rows);
        model.addAttribute("hospitals", names(balances, locale));
        model.addAttribute("pages", Pages.of(asked, ledger.lines(), PAGE, "/program/ledger"));
        return "ledger/ledger";
    }

    /** One row a line, amounts with debits above zero, in the order of entry. */
    @GetMapping("/ledger.csv")
    void file(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("ledger.csv").build().toString());
        Map<UUID, String> hospitals = names(ledger.balances(), Locale.KOREAN);
        CSVPrinter out = new CSVPrinter(response.getWriter(), CSVFormat.RFC4180);
        out.printRecord(
                "entry",
                "time",
                "kind",
                "source",
                "project",
                "account",
                "hospital",
                "budget_line",
                "debit",
                "credit",
                "currency");
        ledger.each(row -> {
            try {
                out.printRecord(
                        row.entry(),
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                row.enteredAt().atZone(seoul)),
                        row.kind(),
                        row.source(),
                        row.project(),
                        row.account(),
                        safe(
                                row.hospital() == null
                                        ? ""
                                        : Objects.requireNonNullElse(hospitals.get(row.hospital()), "")),
                        row.budgetLine(),
                        Math.max(0, row.amount().minorUnits()),
                        Math.max(0, -row.amount().minorUnits()),
                        row.amount().currency());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        out.flush();
    }

    /** A name that a spreadsheet would take for a formula is one no longer. */
    private static String safe(String name) {
        return name.matches("[=+\\-@\\t].*") ? "'" + name : name;
    }

    private Map<UUID, String> names(List<Balance> balances, Locale locale) {
        Set<OrganizationId> hospitals = balances.stream()
                .map(Balance::hospital)
                .filter(Objects::nonNull)
                .map(OrganizationId::new)
                .collect(Collectors.toSet());
        return organizations.facts(hospitals).entrySet().stream()
                .collect(Collectors.toMap(
                        known -> known.getKey().value(),
                        known -> known.getValue().name(locale)));
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(
                Face.PROGRAM,
                66,
                "/program/ledger",
                "ledger",
                "rail.ledger",
                Role.PROGRAM_ADMINISTRATOR,
                Role.PROGRAM_FINANCE));
    }
}
