/** What the gate said about the party's own events, as callers see it. */
@NullMarked
package org.heliograph.desk.receipts;

import org.jspecify.annotations.NullMarked;
