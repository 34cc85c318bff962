/** Joint investigations of States, of which UNODC knows that they are there and where they stand. */
@NullMarked
package org.heliograph.unodc.investigations;

import org.jspecify.annotations.NullMarked;
