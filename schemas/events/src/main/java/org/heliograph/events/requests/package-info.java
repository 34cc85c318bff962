/** What follows from the kind of a cooperation request alone. */
@NullMarked
package org.heliograph.events.requests;

import org.jspecify.annotations.NullMarked;
