/** Cooperation requests: those the party sent, and those addressed to it. */
@NullMarked
package org.heliograph.desk.requests;

import org.jspecify.annotations.NullMarked;
