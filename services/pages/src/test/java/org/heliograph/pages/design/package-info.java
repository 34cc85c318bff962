@NullMarked
package org.heliograph.pages.design;

import org.jspecify.annotations.NullMarked;
