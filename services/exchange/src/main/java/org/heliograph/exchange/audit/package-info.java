/** The hash chains of the audit, as whoever reads it checks them. */
@NullMarked
package org.heliograph.exchange.audit;

import org.jspecify.annotations.NullMarked;
