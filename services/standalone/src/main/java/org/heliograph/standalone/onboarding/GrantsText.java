package org.heliograph.standalone.onboarding;

import java.util.regex.Pattern;

/** The text of {@code grants.yaml}. */
public record GrantsText(String text) {

    public static final String FILE = "grants.yaml";

    private static final String GRANTS = "grants";
    private static final Pattern HEAD = Pattern.compile("(?m)^(['\"]?grants['\"]?):([ \\t]*)(#.*)?(\\r?)$");

    /** Without the grants that this party has; where none is left, the file says so. */
    public GrantsText withoutThoseOf(String party) {
        GrantsText left = this;
        while (!YamlMapping.isEmpty(left.text, GRANTS)) {
            YamlMapping grants = YamlMapping.in(left.text, GRANTS);
            String owned = grants.keys().stream()
                    .filter(grant -> grants.entry(grant)
                            .flatMap(entry -> entry.scalar("party"))
                            .filter(party::equals)
                            .isPresent())
                    .findFirst()
                    .orElse("");
            if (owned.isEmpty()) {
                return left;
            }
            String text = grants.without(owned);
            left = new GrantsText(
                    grants.keys().size() > 1 ? text : HEAD.matcher(text).replaceFirst("$1: {}$2$3$4"));
        }
        return left;
    }
}
