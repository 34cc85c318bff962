/**
 * What the party sent and received of events that are kept as they came: alerts on documents, and what happens at sea.
 */
@NullMarked
package org.heliograph.desk.journal;

import org.jspecify.annotations.NullMarked;
