package dari.notifications;

import dari.workspace.Pages;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class NotificationController {

    private final Notifications notifications;

    NotificationController(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping("/notifications")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<ShownNotice> found = notifications.showMine(Math.max(0, page));
        notifications.markRead(found.map(ShownNotice::id).getContent());
        model.addAttribute("notices", found.getContent());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), "/notifications"));
        return "notifications/list";
    }
}
