package org.heliograph.pages.design;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that the pages of this service load. The design system is GOV.UK's without its font and crest, which only gov.uk
 * may use.
 */
final class Assets {

    private static final Pattern FONT_FACE = Pattern.compile("@font-face\\{[^}]*}");
    private static final Pattern CREST = Pattern.compile("url\\(/assets/images/govuk-crest\\.svg\\)");
    private static final String THEIR_FONT = "GDS Transport,arial,sans-serif";
    private static final String PLAIN_FONTS = "\"Noto Sans\",\"DejaVu Sans\",\"Liberation Sans\",Arial,sans-serif";
    private static final String FOLDER = "org/heliograph/pages/design/";

    private final Map<String, Asset> byName;

    Assets(List<Asset> ofService) {
        byName = Stream.concat(
                        Stream.of(
                                Asset.css(
                                        "govuk.css",
                                        plain(Asset.webJar("govuk-frontend", "dist/govuk/govuk-frontend.min.css"))),
                                Asset.css("pages.css", Asset.text(FOLDER + "pages.css")),
                                Asset.icon("icon.svg", Asset.text(FOLDER + "icon.svg"))),
                        ofService.stream())
                .collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static String plain(String css) {
        String plain = CREST.matcher(FONT_FACE.matcher(css).replaceAll("")).replaceAll("none");
        return plain.replace(THEIR_FONT, PLAIN_FONTS);
    }
}
