/**
 * The protocol of cooperation requests (UNTOC 18 and 19, Smuggling of Migrants Protocol 10), free of storage, transport
 * and framework.
 *
 * <p>Every addressee has its own {@link org.heliograph.cooperation.Instance} of a request and alone numbers its steps.
 * The requester keeps a {@link org.heliograph.cooperation.View} of each; {@link org.heliograph.cooperation.RollUp} sums
 * them up. All types are immutable.
 */
@NullMarked
package org.heliograph.cooperation;

import org.jspecify.annotations.NullMarked;
