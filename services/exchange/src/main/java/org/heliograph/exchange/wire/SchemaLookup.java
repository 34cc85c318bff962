package org.heliograph.exchange.wire;

import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/**
 * Which schema has which id: asked of the registry by services, taken from the policy by the gate. Never registers
 * anything. Called from any thread, for each record, so what was found once is kept.
 */
public interface SchemaLookup {

    /**
     * The id of a schema under the subject that is its full name; empty if it is not registered.
     *
     * @throws RegistryUnavailableException if nobody can tell now
     */
    OptionalInt idOf(Schema schema);

    /**
     * The schema with this id; empty if there is none.
     *
     * @throws RegistryUnavailableException if nobody can tell now
     */
    Optional<Schema> byId(int id);
}
