/**
 * Who may receive what: the one decision that gate, preview, explain and simulation share. No Spring, no Kafka, no
 * clock, no input or output.
 */
@NullMarked
package org.heliograph.sharing;

import org.jspecify.annotations.NullMarked;
