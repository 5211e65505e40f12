package dari.boards;

import dari.kernel.OrganizationId;
import dari.kernel.Role;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class HospitalBoard {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private int place;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private BoardKind kind;

    private String nameKo;
    private String nameEn;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Necessity necessity;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role contact;

    private int leadDays;
    private @Nullable Integer medianDays;
    private @Nullable Integer meetingWeek;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable DayOfWeek meetingWeekday;

    @ElementCollection
    @CollectionTable(name = "board_meeting", joinColumns = @JoinColumn(name = "board"))
    @Column(name = "day")
    private Set<LocalDate> meetings = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "board_paper", joinColumns = @JoinColumn(name = "board"))
    @Column(name = "asked")
    private Set<UUID> papers = new HashSet<>();

    protected HospitalBoard() {}

    HospitalBoard(UUID id, OrganizationId hospital, BoardContent content) {
        this.id = id;
        this.hospital = hospital;
        change(content);
    }

    final void change(BoardContent content) {
        place = content.place();
        kind = content.kind();
        nameKo = content.nameKo();
        nameEn = content.nameEn();
        necessity = content.necessity();
        contact = content.contact();
        leadDays = content.leadDays();
        medianDays = content.medianDays();
        meetingWeek = content.week();
        meetingWeekday = content.weekday();
        meetings.retainAll(content.meetings());
        meetings.addAll(content.meetings());
        papers.retainAll(content.papers());
        papers.addAll(content.papers());
    }

    UUID id() {
        return id;
    }

    BoardView view() {
        return new BoardView(
                id,
                new BoardContent(
                        place,
                        kind,
                        nameKo,
                        nameEn,
                        necessity,
                        contact,
                        leadDays,
                        medianDays,
                        meetingWeek,
                        meetingWeekday,
                        List.copyOf(meetings),
                        papers));
    }
}
