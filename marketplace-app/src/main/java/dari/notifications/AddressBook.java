package dari.notifications;

import dari.kernel.UserId;
import java.util.Collection;
import java.util.List;

/** Where letters reach people, as far as they are known; implemented by whoever keeps accounts. */
public interface AddressBook {

    List<Addressee> addressees(Collection<UserId> people);
}
