/** Technical assistance: what States asked UNODC for, and what came of it. */
@NullMarked
package org.heliograph.unodc.assistance;

import org.jspecify.annotations.NullMarked;
