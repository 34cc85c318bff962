/** What identity has to know of the policy: whom it gives no tokens. */
@NullMarked
package org.heliograph.operations.identity;

import org.jspecify.annotations.NullMarked;
