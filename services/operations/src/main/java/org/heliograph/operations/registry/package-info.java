/** Schemas at the registry: registered once, and held to the ids that records in topics carry. */
@NullMarked
package org.heliograph.operations.registry;

import org.jspecify.annotations.NullMarked;
