/** Publications over HTTP. */
@NullMarked
package org.heliograph.desk.publications.web;

import org.jspecify.annotations.NullMarked;
