/** Records that this service could not apply, for the people who have to decide about them. */
@NullMarked
package org.heliograph.desk.deadletters;

import org.jspecify.annotations.NullMarked;
