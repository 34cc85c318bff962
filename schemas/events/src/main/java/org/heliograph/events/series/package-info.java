/** What makes an observation one of a statistical series: its identity, and the period that it speaks of. */
@NullMarked
package org.heliograph.events.series;

import org.jspecify.annotations.NullMarked;
