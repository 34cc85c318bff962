/**
 * What UNODC shows to the whole world, without signing in: knowledge that came over a public topic, and nothing else.
 */
@NullMarked
package org.heliograph.unodc.portal;

import org.jspecify.annotations.NullMarked;
