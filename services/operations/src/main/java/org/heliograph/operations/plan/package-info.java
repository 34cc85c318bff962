/**
 * What another policy would change, before anything changes: in the files' own terms, at the broker, and for each
 * party.
 */
@NullMarked
package org.heliograph.operations.plan;

import org.jspecify.annotations.NullMarked;
