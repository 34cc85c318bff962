/** What the party sent, and who got it, on pages. */
@NullMarked
package org.heliograph.desk.pages.shared;

import org.jspecify.annotations.NullMarked;
