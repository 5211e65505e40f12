package dari.admin.panel;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PanelMemberRepository extends Repository<PanelMember, UUID> {

    PanelMember save(PanelMember entity);

    /** At once: what is saved next may hold the same keys. */
    @Modifying
    @Query("delete from PanelMember m where m.programCall = :call")
    void removeAll(UUID call);

    List<PanelMember> findByProgramCallOrderById(UUID call);

    List<PanelMember> findByPerson(UUID person);
}
