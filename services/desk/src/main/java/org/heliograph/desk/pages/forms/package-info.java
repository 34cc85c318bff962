/** Forms of the pages, described as data. */
@NullMarked
package org.heliograph.desk.pages.forms;

import org.jspecify.annotations.NullMarked;
