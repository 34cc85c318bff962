package org.heliograph.operations.registry;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.heliograph.sharing.policy.RegisteredSchema;

/**
 * The registry as it stands at this moment: nothing is remembered from one question to the next, since a registry that
 * lost its database answers differently. Any thread; each call fails with an {@link IOException} if the registry does
 * not answer now, or not to us.
 */
interface LiveRegistry {

    /** Subjects that have a version. */
    SortedSet<String> subjects() throws IOException;

    /** Under which id the subject has this schema, or one that the registry takes for the same. */
    OptionalInt find(String subject, String definition) throws IOException;

    /** The schema with this id, in whichever subject. */
    Optional<String> definition(int id) throws IOException;

    /**
     * Makes the schema the newest version of its subject, unless the subject has it, and tells its id: the one under
     * which the same text is there already, or the next free one.
     *
     * @throws org.heliograph.operations.CannotApplyException if it is not compatible with an earlier version
     */
    int register(String subject, String definition) throws IOException;

    /**
     * Puts the texts of schemas under their ids, so that {@link #register} finds them there. A text whose id, or which
     * itself, is there already may be left out without a word.
     */
    void place(Collection<RegisteredSchema> schemas) throws IOException;

    /** To which rule the subject is held; an empty text if to none of its own. */
    String compatibility(String subject) throws IOException;

    /** Holds the subject to a rule. */
    void hold(String subject, String compatibility) throws IOException;
}
