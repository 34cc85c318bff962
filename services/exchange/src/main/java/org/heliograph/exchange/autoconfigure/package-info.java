/** Puts the exchange together when it is on the class path and its settings are there. */
@NullMarked
package org.heliograph.exchange.autoconfigure;

import org.jspecify.annotations.NullMarked;
