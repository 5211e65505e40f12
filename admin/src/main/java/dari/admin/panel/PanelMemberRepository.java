package dari.admin.panel;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PanelMemberRepository extends Repository<PanelMember, UUID> {

    PanelMember save(PanelMember entity);

    void deleteByProgramCall(UUID call);

    List<PanelMember> findByProgramCallOrderById(UUID call);

    List<PanelMember> findByPerson(UUID person);
}
