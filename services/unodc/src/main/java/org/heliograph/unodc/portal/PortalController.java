package org.heliograph.unodc.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.heliograph.desk.web.PageOf;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.heliograph.unodc.portal.PortalQuery.Asked;
import org.heliograph.unodc.portal.PortalQuery.Read;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@Tag(name = "Public knowledge", description = "Knowledge that everybody may read, without a token")
class PortalController {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';" + " frame-ancestors 'none'";

    private final PortalEntries entries;

    PortalController(PortalEntries entries) {
        this.entries = entries;
    }

    @GetMapping(path = PortalConfiguration.PAGE, produces = "text/html;charset=UTF-8")
    @Operation(hidden = true)
    String page(
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String page,
            Model model,
            HttpServletResponse response) {
        Asked asked = new Asked(type, country, theme, page);
        Read read = asked.read();
        PageOf<PortalEntry> found = read.errors().isEmpty()
                ? entries.list(read.query())
                : new PageOf<>(List.of(), 0, read.query().size(), 0);
        if (!read.errors().isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        open(response);
        model.addAttribute("page", PortalPage.of(found, asked, read.errors()));
        return "knowledge";
    }

    @GetMapping(path = PortalConfiguration.JSON, produces = "application/json")
    @ResponseBody
    @SecurityRequirements
    @Operation(operationId = "readPublicKnowledge", summary = "Read what everybody may know, latest first")
    PageOf<PortalEntry> json(
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String page,
            HttpServletResponse response) {
        PageOf<PortalEntry> found = found(new Asked(type, country, theme, page));
        open(response);
        return found;
    }

    @GetMapping(path = PortalConfiguration.ATOM, produces = "application/atom+xml;charset=UTF-8")
    @ResponseBody
    @SecurityRequirements
    @Operation(operationId = "followPublicKnowledge", summary = "Follow what everybody may know, as an Atom feed")
    String atom(
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String page,
            HttpServletResponse response) {
        String feed = AtomFeed.of(found(new Asked(type, country, theme, page)));
        open(response);
        return feed;
    }

    private PageOf<PortalEntry> found(Asked asked) {
        Read read = asked.read();
        if (!read.errors().isEmpty()) {
            throw new Rejection(Problems.fields(HttpStatus.BAD_REQUEST, read.errors()));
        }
        return entries.list(read.query());
    }

    /** For caches of everybody, and for no script of anybody. */
    private static void open(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        if (response.getStatus() == HttpStatus.OK.value()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
        }
    }
}
