/** Records that the party's service could not apply, on pages. */
@NullMarked
package org.heliograph.desk.pages.letters;

import org.jspecify.annotations.NullMarked;
