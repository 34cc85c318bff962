@NullMarked
package org.heliograph.desk.pages.design;

import org.jspecify.annotations.NullMarked;
