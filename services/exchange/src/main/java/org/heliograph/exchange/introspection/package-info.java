/** Whether a token that is valid by its signature may still be used. */
@NullMarked
package org.heliograph.exchange.introspection;

import org.jspecify.annotations.NullMarked;
