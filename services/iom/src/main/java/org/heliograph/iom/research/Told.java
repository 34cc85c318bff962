package org.heliograph.iom.research;

import java.time.YearMonth;
import org.heliograph.events.Tlp;

/** What readers were told last of a series and month, and with which words and marking. */
record Told(Group group, Indicator indicator, YearMonth month, Cell cell, String method, Tlp tlp, int revision) {

    /** The same series and month. */
    String key() {
        return group.level() + " " + group.code() + " " + indicator;
    }

    boolean says(Told other) {
        return cell.equals(other.cell)
                && method.equals(other.method)
                && tlp == other.tlp
                && group.name().equals(other.group.name());
    }

    /** As a correction of what was told before; a figure that was public stays so. */
    Told after(Told before) {
        return new Told(
                group, indicator, month, cell, method, before.tlp == Tlp.CLEAR ? Tlp.CLEAR : tlp, before.revision + 1);
    }
}
