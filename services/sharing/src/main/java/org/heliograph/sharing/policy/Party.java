package org.heliograph.sharing.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;

/**
 * One that exchanges over the platform.
 *
 * @param id also the principal of the party's own service
 * @param role column of the access matrix: what it may send and receive
 * @param authority id of the organisation it belongs to; its own id unless it is an office or a client
 * @param clearance strictest marking that it may hold
 * @param lanes lanes it may receive from
 * @param purposes what it may use information for
 * @param systems further principals, which may read its inboxes and write nothing
 * @param suspended whether it was suspended itself; see {@link Policy#isSuspended} for what counts. In the text form
 *     only where it is, so that versions of before suspension keep their hash
 */
public record Party(
        String id,
        String name,
        String role,
        PartyKind kind,
        String authority,
        Tlp clearance,
        Set<Lane> lanes,
        Set<Purpose> purposes,
        SortedSet<String> systems,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean suspended) {

    /** Stands for everybody where a party is named. No party and no principal has this id. */
    public static final String PUBLIC = "public";

    public Party {
        lanes = ordered(Lane.class, lanes);
        purposes = ordered(Purpose.class, purposes);
        systems = Collections.unmodifiableSortedSet(new TreeSet<>(systems));
    }

    /** Copies a set into declaration order, so that equal policies have equal text and so equal hashes. */
    static <E extends Enum<E>> Set<E> ordered(Class<E> type, Set<E> values) {
        Set<E> copy = EnumSet.noneOf(type);
        copy.addAll(values);
        return Collections.unmodifiableSet(copy);
    }
}
