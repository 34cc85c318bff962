/** All services on a real broker, registry and database: what holds between them, and what must not be possible. */
@NullMarked
package org.heliograph.system;

import org.jspecify.annotations.NullMarked;
