package org.heliograph.desk.journal;

import java.util.List;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;

/** What an officer says of any message: how serious it is meant, who may have it, and for what. */
public interface NewMessage {

    /** What the whole case is. */
    Status status();

    /** The marking; the usual one of its kind if not given. */
    @Nullable
    Tlp tlp();

    /** The urgency; the usual one of its kind if not given. */
    @Nullable
    Priority priority();

    /** Parties that get it; needed from AMBER up. */
    @Nullable
    List<String> releasableTo();

    /** Parties that do not get it, whatever else is said. */
    @Nullable
    List<String> notReleasableTo();

    /** What it may be used for; the usual purposes of its kind if not given. */
    @Nullable
    List<Purpose> purposes();

    /** Restrictions on its use. */
    @Nullable
    List<HandlingCode> handlingCodes();

    /** Required with H3. */
    @Nullable
    String handlingNote();
}
