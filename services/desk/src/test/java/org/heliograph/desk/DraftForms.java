package org.heliograph.desk;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.pages.session.PlainBrowser;

/** What a browser sends of a request that is being written. */
final class DraftForms {

    private static final Pattern DRAFT = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");

    private DraftForms() {}

    static Map<String, String> unfinished(PlainBrowser.Page form, String button) {
        return Map.of("draft", draft(form), "version", found(VERSION, form), "do", button, "subject", "Half a draft");
    }

    static String draft(PlainBrowser.Page form) {
        return found(DRAFT, form);
    }

    private static String found(Pattern pattern, PlainBrowser.Page page) {
        Matcher matcher = pattern.matcher(page.body());
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " at " + page.at());
        }
        return matcher.group(1);
    }
}
