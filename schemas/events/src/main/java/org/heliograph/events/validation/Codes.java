package org.heliograph.events.validation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Membership of the code lists. The lists themselves are the JDK's. */
final class Codes {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** ISO 3166-1 leaves these to its users; States of exercises have them. */
    private static final Pattern USER_ASSIGNED_COUNTRY = Pattern.compile("AA|Q[M-Z]|X[A-Z]|ZZ");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern LOCATION = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");
    private static final Set<String> ALPHA_3 = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);
    private static final Pattern USER_ASSIGNED_ALPHA_3 = Pattern.compile("AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z]");
    /** Issuers that ICAO 9303 names otherwise than ISO 3166-1 does, or that are no States. */
    private static final Set<String> OTHER_ISSUERS =
            Set.of("D", "EUE", "GBD", "GBN", "GBO", "GBP", "GBS", "RKS", "UNA", "UNK", "UNO", "UTO");

    private static final Pattern WORDS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern IMO_NUMBER = Pattern.compile("[0-9]{7}");
    private static final Pattern AGES = Pattern.compile("[0-9]{1,3}(\\+|-[0-9]{1,3})");
    private static final int[] CHECK_WEIGHTS = {7, 3, 1};
    private static final Pattern DURATION =
            Pattern.compile("P(?=.)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?");

    private Codes() {}

    /** ISO 3166-1 alpha-2, user-assigned codes included. */
    static boolean isCountry(String code) {
        return COUNTRIES.contains(code) || USER_ASSIGNED_COUNTRY.matcher(code).matches();
    }

    /** ISO 4217. */
    static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    /** The shape of a UN/LOCODE. */
    static boolean isLocation(String code) {
        return LOCATION.matcher(code).matches();
    }

    /** Seven digits, of which the last is the last digit of the sum of the others, weighted 7 to 2. */
    static boolean isImoNumber(String number) {
        if (!IMO_NUMBER.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int index = 0; index < 6; index++) {
            sum += (number.charAt(index) - '0') * (7 - index);
        }
        return sum % 10 == number.charAt(6) - '0';
    }

    /** Issuing State or organisation in a machine-readable zone (ICAO 9303): Germany is D there, not DEU. */
    static boolean isIssuer(String code) {
        return OTHER_ISSUERS.contains(code)
                || (ALPHA_3.contains(code) && !code.equals("DEU"))
                || USER_ASSIGNED_ALPHA_3.matcher(code).matches();
    }

    /**
     * The check digit of ICAO 9303: weights 7, 3, 1 over again, digits as they are, A to Z as 10 to 35, modulo 10.
     *
     * @param text capital letters, digits and the filler &lt;, which counts 0
     */
    static char checkDigit(String text) {
        int sum = 0;
        for (int index = 0; index < text.length(); index++) {
            char symbol = text.charAt(index);
            int value = symbol == '<' ? 0 : Character.digit(symbol, 36);
            sum += value * CHECK_WEIGHTS[index % CHECK_WEIGHTS.length];
        }
        return Character.forDigit(sum % 10, 10);
    }

    /** Years, both ends included: "0-17", "18+". */
    static boolean isAgeBand(String ages) {
        return AGES.matcher(ages).matches();
    }

    /** Lower-case words joined by "-". */
    static boolean isWords(String text) {
        return WORDS.matcher(text).matches();
    }

    /** BCP 47 with an ISO 639 language; of those with three letters, which the JDK does not list, only the shape. */
    static boolean isLanguageTag(String tag) {
        try {
            String language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
            return LANGUAGES.contains(language) || language.length() == 3;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    /** ISO 8601: a duration, or an interval of two dates or times, or of one of them and a duration. */
    static boolean isPeriod(String period) {
        List<String> parts = List.of(period.split("/", -1));
        return switch (parts.size()) {
            case 1 -> isDuration(parts.getFirst());
            case 2 ->
                parts.stream().allMatch(part -> isDuration(part) || isMoment(part))
                        && parts.stream().anyMatch(Codes::isMoment);
            default -> false;
        };
    }

    private static boolean isDuration(String part) {
        return DURATION.matcher(part).matches();
    }

    private static boolean isMoment(String part) {
        return isParsed(() -> LocalDate.parse(part)) || isParsed(() -> OffsetDateTime.parse(part));
    }

    private static boolean isParsed(Runnable parser) {
        try {
            parser.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
