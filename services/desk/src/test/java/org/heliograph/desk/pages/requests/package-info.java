@NullMarked
package org.heliograph.desk.pages.requests;

import org.jspecify.annotations.NullMarked;
