/** The one place where envelopes are built. */
@NullMarked
package org.heliograph.desk.envelope;

import org.jspecify.annotations.NullMarked;
