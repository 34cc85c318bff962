/** What UNODC publishes for the community to know. */
@NullMarked
package org.heliograph.unodc.knowledge;

import org.jspecify.annotations.NullMarked;
