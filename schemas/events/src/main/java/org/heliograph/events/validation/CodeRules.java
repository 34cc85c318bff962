package org.heliograph.events.validation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules on codes and references that more than one event holds. */
final class CodeRules {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern MMSI = Pattern.compile("[0-9]{9}");
    private static final Pattern INDICATOR = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

    /** The Protocol has 25 articles. */
    private static final Pattern ARTICLE = Pattern.compile("([1-9]|1[0-9]|2[0-5])(\\([1-9]\\)(\\([a-z]\\))?)?");

    private CodeRules() {}

    static void protocolArticles(String path, List<String> articles, Violations violations) {
        articles.forEach(article -> violations.require(
                ARTICLE.matcher(article).matches(), path, "articles of the Protocol such as 6(1)(a), 1 to 25"));
        violations.distinct(path, articles);
    }

    static void country(String path, String country, Violations violations) {
        violations.require(Codes.isCountry(country), path, "an ISO 3166-1 alpha-2 code in capital letters");
    }

    static void countries(String path, List<String> countries, Violations violations) {
        countries.forEach(country ->
                violations.require(Codes.isCountry(country), path, "ISO 3166-1 alpha-2 codes in capital letters"));
        violations.distinct(path, countries);
    }

    static void language(String path, String tag, Violations violations) {
        violations.require(Codes.isLanguageTag(tag), path, "a BCP 47 language tag such as fr or ar-LY");
    }

    static void languages(String path, List<String> tags, Violations violations) {
        tags.forEach(tag -> language(path, tag, violations));
        violations.distinct(path, tags);
    }

    /** The pillars of the Comprehensive Approach. */
    static void pillars(List<Integer> pillars, Violations violations) {
        violations.atLeastOne("pillars", pillars);
        pillars.forEach(pillar -> violations.require(pillar >= 1 && pillar <= 4, "pillars", pillar, "1 to 4"));
        violations.distinct("pillars", pillars);
    }

    static void indicator(String path, String indicator, Violations violations) {
        violations.require(INDICATOR.matcher(indicator).matches(), path, "lower-case words joined by '.' or '-'");
    }

    static void words(String path, List<String> values, Violations violations) {
        values.forEach(value -> violations.require(
                Codes.isWords(value), path, "lower-case words joined by '-', such as safety-at-sea"));
        violations.distinct(path, values);
    }

    static void ageBand(String path, String ages, Violations violations) {
        violations.require(Codes.isAgeBand(ages), path, "years such as 0-17 or 18+");
    }

    static void imoNumber(String path, Optional<String> number, Violations violations) {
        violations.require(
                number.stream().allMatch(Codes::isImoNumber),
                path,
                "seven digits, the last the check digit of the others");
    }

    static void mmsi(String path, Optional<String> mmsi, Violations violations) {
        violations.require(mmsi.stream().allMatch(found -> MMSI.matcher(found).matches()), path, "nine digits");
    }

    static void uri(String path, String uri, Violations violations) {
        violations.require(isAbsolute(uri), path, "an absolute URI");
    }

    static void sha256(String path, String digest, Violations violations) {
        violations.require(SHA_256.matcher(digest).matches(), path, "64 lower-case hex digits");
    }

    private static boolean isAbsolute(String uri) {
        try {
            return new URI(uri).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
