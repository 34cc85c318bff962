package org.heliograph.operations.catalogue;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.node.ObjectNode;

/**
 * The catalogue of a party: as an AsyncAPI document, or as a page where {@code text/html} is asked for. A party gets
 * its own at {@code mine}, an operator that of any.
 */
@Controller
@RequestMapping("/api/catalogue")
class CatalogueController {

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping(path = "/mine", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ObjectNode mine(@AuthenticationPrincipal Jwt party) {
        return catalogue.document(id(party));
    }

    @GetMapping(path = "/mine", produces = MediaType.TEXT_HTML_VALUE)
    String minePage(@AuthenticationPrincipal Jwt party, Model model) {
        return page(id(party), model);
    }

    @GetMapping(path = "/{party}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ObjectNode of(@PathVariable String party) {
        return catalogue.document(party);
    }

    @GetMapping(path = "/{party}", produces = MediaType.TEXT_HTML_VALUE)
    String pageOf(@PathVariable String party, Model model) {
        return page(party, model);
    }

    private String page(String party, Model model) {
        model.addAttribute("page", catalogue.page(party));
        return "catalogue";
    }

    private static String id(Jwt party) {
        return String.valueOf(party.getClaimAsString("party"));
    }
}
