package dari.admin.checks;

import dari.admin.eligibility.FirmSize;
import dari.admin.eligibility.SizeLimits;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The figures of a firm's business year, from which its size is derived. */
@Entity
class FirmFigures {

    /** Months after the end of a business year in which its figures are the present ones. */
    private static final int MONTHS_PRESENT = 18;

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID organization;
    private LocalDate yearEnd;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SizeLimits.Industry industry;

    private long salesWon;
    private long assetsWon;
    private boolean largeGroup;
    private Instant changedAt;
    private UUID changedBy;

    protected FirmFigures() {}

    FirmFigures(UUID id, UUID organization, FiguresView figures, UUID by, Instant now) {
        this.id = id;
        this.organization = organization;
        this.yearEnd = figures.yearEnd();
        change(figures, by, now);
    }

    void change(FiguresView figures, UUID by, Instant now) {
        industry = figures.industry();
        salesWon = figures.salesWon();
        assetsWon = figures.assetsWon();
        largeGroup = figures.largeGroup();
        changedAt = now;
        changedBy = by;
    }

    FirmSize size(SizeLimits limits) {
        return limits.of(industry, salesWon, assetsWon, largeGroup);
    }

    boolean isOldOn(LocalDate day) {
        return day.isAfter(yearEnd.plusMonths(MONTHS_PRESENT));
    }

    /** What a decision about them rests on. */
    String print() {
        return yearEnd + "," + industry + "," + salesWon + "," + assetsWon + "," + largeGroup;
    }

    FiguresView view() {
        return new FiguresView(yearEnd, industry, salesWon, assetsWon, largeGroup);
    }
}
