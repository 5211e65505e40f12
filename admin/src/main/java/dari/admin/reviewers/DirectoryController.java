package dari.admin.reviewers;

import dari.admin.PageLinks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

@Controller
class DirectoryController {

    private static final int SHOWN = 25;

    private final ReviewerDirectory directory;

    DirectoryController(ReviewerDirectory directory) {
        this.directory = directory;
    }

    @GetMapping("/program/reviewers")
    String list(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "0") int page, Model model) {
        int shown = Math.max(page, 0);
        DirectoryPage found = directory.page(name, shown, SHOWN);
        model.addAttribute("name", name);
        model.addAttribute("directory", found);
        String url = UriComponentsBuilder.fromPath("/program/reviewers")
                .queryParam("name", "{name}")
                .encode()
                .buildAndExpand(name)
                .toUriString();
        model.addAttribute("pages", PageLinks.of(shown, found.total(), SHOWN, url));
        return "admin/reviewers/directory";
    }
}
