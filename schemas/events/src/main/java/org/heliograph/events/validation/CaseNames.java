package org.heliograph.events.validation;

import java.util.regex.Pattern;

/**
 * Tells a text that names the parties of a court case, as far as its form gives it away: "A v. B", and forms of
 * address. It cannot know a name that stands alone.
 */
final class CaseNames {

    /** What stands for a blank in an address. */
    private static final Pattern JOINTS = Pattern.compile("%20|[-_+]");

    private static final Pattern AGAINST = Pattern.compile(
            "\\p{L}\\s+(?:vs?\\.\\s*|c\\.\\s+|(?:vs?|versus|contre|contra|gegen|against)\\s+)\\p{L}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESSED = Pattern.compile(
            "\\b(mr|mrs|ms|mme|mlle|madame|monsieur|herr|frau|sr|sra|señor|señora|dr)\\.?\\s+\\p{L}{2}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private CaseNames() {}

    static boolean areIn(String citation) {
        return AGAINST.matcher(citation).find() || ADDRESSED.matcher(citation).find();
    }

    /** Forms of address are no sign here: hosts and paths have such words too. */
    static boolean areInAddress(String uri) {
        return AGAINST.matcher(JOINTS.matcher(uri).replaceAll(" ")).find();
    }
}
