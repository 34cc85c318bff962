/** The exchange on a real broker, registry and Postgres. */
@NullMarked
package org.heliograph.exchange;

import org.jspecify.annotations.NullMarked;
