package org.heliograph.desk.envelope;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.desk.web.Problems.FieldError;
import org.heliograph.events.Distribution;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Tlp;

/** What handling and recipients of all that is sent must hold to, told before the gate would refuse it (R1, R3). */
public final class HandlingRules {

    private static final Set<Tlp> NAMED_ONLY = EnumSet.of(Tlp.AMBER, Tlp.AMBER_STRICT);

    private HandlingRules() {}

    /**
     * What is against a rule.
     *
     * @param floor the widest marking that the event may have
     * @return one error for each field, named as bodies name them; empty if nothing is
     */
    public static List<FieldError> broken(Tlp floor, Handling handling, Distribution distribution) {
        List<FieldError> broken = new ArrayList<>();
        Tlp marking = handling.tlp();
        if (marking == Tlp.RED) {
            broken.add(new FieldError("tlp", "RED needs sealing, which is not there yet (R3)"));
        } else if (marking.compareTo(floor) < 0) {
            broken.add(new FieldError("tlp", floor + " or stricter (R1)"));
        } else if (NAMED_ONLY.contains(marking)
                && distribution.getReleasableTo().isEmpty()) {
            broken.add(
                    new FieldError("releasableTo", "at least one party, as from AMBER up recipients are named (R1)"));
        }
        if (marking == Tlp.CLEAR && floor == Tlp.CLEAR) {
            nobody("releasableTo", distribution.getReleasableTo()).ifPresent(broken::add);
            nobody("notReleasableTo", distribution.getNotReleasableTo()).ifPresent(broken::add);
        }
        List<HandlingCode> codes = handling.codes();
        if (codes.contains(HandlingCode.H3) && handling.note() == null) {
            broken.add(new FieldError("handlingNote", "a note, as the handling code is H3 (R1)"));
        }
        if (Set.copyOf(codes).size() < codes.size()) {
            broken.add(new FieldError("handlingCodes", "each code once"));
        }
        return broken;
    }

    private static Optional<FieldError> nobody(String field, List<String> named) {
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(new FieldError(field, "nobody, as what is CLEAR is for everybody"));
    }
}
