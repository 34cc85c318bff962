/** What a field of an event may hold beyond what its Avro schema can say. */
@NullMarked
package org.heliograph.events.validation;

import org.jspecify.annotations.NullMarked;
