/** What the gate answered to the party's own dispatches. */
@NullMarked
package org.heliograph.exchange.receipt;

import org.jspecify.annotations.NullMarked;
