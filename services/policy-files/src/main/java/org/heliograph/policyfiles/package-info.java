/** The deployed policy with changes, for tests. */
@NullMarked
package org.heliograph.policyfiles;

import org.jspecify.annotations.NullMarked;
